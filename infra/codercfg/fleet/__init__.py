"""Previews many stacks at once with the real engine, and says of each what an update would do."""
