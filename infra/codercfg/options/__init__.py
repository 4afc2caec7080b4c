"""What an option is: its metadata, its value type, the base model and the walker."""
