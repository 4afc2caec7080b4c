"""Where the server's image comes from."""

DEFAULT_REPOSITORY = "ghcr.io/coder/coder"
