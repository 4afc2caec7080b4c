"""Keeps a child from outliving this process when it is killed and can clean up nothing."""

from __future__ import annotations

import signal
import sys

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def _libc() -> object:
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    return ctypes.CDLL(None, use_errno=True)


_LIBC = _libc()  # before any fork: a child between fork and exec should load nothing


def die_with_parent() -> None:
    """Called in a child before it runs its program: Linux then sends it SIGTERM when its parent is gone. Elsewhere nothing happens."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)  # type: ignore[attr-defined]
