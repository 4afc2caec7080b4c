"""Compares what two releases make of one stack."""
