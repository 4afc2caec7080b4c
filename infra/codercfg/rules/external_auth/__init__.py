"""Rules about external-auth providers, and the defaults of their types."""
