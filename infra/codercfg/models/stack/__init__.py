"""The names of a stack file that are ours and not the server's: release, kubernetes, target."""
