"""Findings that were there when checking began: a list of them lets only new ones fail."""
