"""The command line: reads arguments, prints, chooses the exit code. What it prints is made elsewhere."""
