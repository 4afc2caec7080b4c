"""Rules about SSH settings."""
