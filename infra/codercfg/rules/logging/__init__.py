"""Rules about logging."""
