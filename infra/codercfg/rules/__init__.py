"""What the server checks across options, one rule a file."""
