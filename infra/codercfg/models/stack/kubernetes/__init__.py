"""`coder:kubernetes`: the objects around the server, one file a group."""
