"""The version of this package."""

VERSION = "0.1.0"  # a constant, because importlib.metadata costs more than the rest of `--version`; a test holds it equal to pyproject.toml
