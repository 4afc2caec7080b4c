"""Rules about TLS listener and client certificates."""
