"""AI gateway, proxy and chat."""
