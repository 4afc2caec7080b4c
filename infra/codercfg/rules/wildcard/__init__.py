"""Rules about workspace applications on subdomains and paths."""
