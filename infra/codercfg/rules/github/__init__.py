"""Rules about login through GitHub."""
