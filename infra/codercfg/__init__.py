"""Typed, release-aware configuration of the Coder server."""
