"""Upstream's structs as models, one file a group, with upstream's names.

Fields stand in the order of upstream's published API schema, which is alphabetical.
"""
