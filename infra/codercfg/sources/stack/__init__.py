"""Reads a stack file: text, structure, options, variables."""
