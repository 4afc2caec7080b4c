"""What a fresh machine needs before anything else runs; standard library only."""
