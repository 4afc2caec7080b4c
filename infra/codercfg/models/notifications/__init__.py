"""How the server tells users what happened."""
