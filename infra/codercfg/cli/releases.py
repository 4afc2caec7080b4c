"""The release that a command is about."""

from __future__ import annotations

from codercfg.cli.exit_code import WrongUseError
from codercfg.diagnostics.printable import printable
from codercfg.releases.release import Release, ReleaseError


def parse_release(text: str) -> Release:
    """The release that the user named.

    Raises:
        WrongUseError: It is none.
    """
    try:
        return Release.parse(text)
    except ReleaseError as error:
        raise WrongUseError(f"`{printable(text)}` is no release: {error}") from None
