"""Rules about HTTP: listeners, access URL, proxies, HSTS, content policy and cookies."""
