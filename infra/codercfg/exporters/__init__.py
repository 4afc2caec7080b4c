"""Other formats out."""
