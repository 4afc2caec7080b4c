"""A configuration as the server would hold it: which options are set, to what, from where."""
