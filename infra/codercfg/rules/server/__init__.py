"""Rules about server options that belong to no other family."""
