"""The contract with the server's environment, in both directions."""
