"""What this is, in words that nobody can mistake."""

from __future__ import annotations

VERSION = "4.32.0"
NAME = f"stand-in of codercfg's tests for the Kubernetes plugin {VERSION}"
