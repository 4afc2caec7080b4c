"""The inputs that a configuration is read from, and the order in which they win."""
