"""Rules about login through OpenID Connect."""
