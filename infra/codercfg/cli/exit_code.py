"""What the process says when it ends."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes; the last two follow the shell: 128 and the number of the signal."""

    OK = 0
    FINDINGS = 1
    WRONG_USE = 2
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class WrongUseError(Exception):
    """The command cannot be carried out as given; the text is one sentence for the user."""
