"""The value types of Coder's options, one a module: `parse` reads what the server reads, `to_env` writes it back."""
