"""Rules about sessions and tokens."""
