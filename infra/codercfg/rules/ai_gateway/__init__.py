"""Rules about the AI gateway and its proxy."""
