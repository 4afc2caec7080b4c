"""Rewrites a stack file for another release, touching nothing but what has to change."""
