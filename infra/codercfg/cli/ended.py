"""Lets a command that is told to end do first what it does at Ctrl-C: end what it started, remove what it wrote for itself."""

from __future__ import annotations

import signal


def clean_up_when_ended() -> None:
    """Take SIGTERM and SIGHUP for Ctrl-C; one that whoever started us wants to be ignored, as `nohup` does, stays ignored."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)
