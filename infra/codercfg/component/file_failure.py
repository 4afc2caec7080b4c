"""Why a file could not be written or removed, and what helps."""

from __future__ import annotations

import errno

_AGAIN = "then run the same command again: it goes on from here"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_MOVED = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP})


class FileFailureError(Exception):
    """A file could not be written or removed; the message names it and the remedy."""


def file_failure(doing: str, path: str, error: OSError) -> FileFailureError:
    """The error to raise instead.

    Args:
        doing: `written` or `removed`.
        path: As people know it.
        error: What the system said.
    """
    reason = error.strerror or type(error).__name__
    return FileFailureError(f"{path} cannot be {doing}: {reason}; what was there is untouched. {_remedy(error.errno)}, {_AGAIN}")


def _remedy(number: int | None) -> str:
    if number in _FULL:
        return "Free some disk space (or raise the quota)"
    if number in _FORBIDDEN:
        return "Make its directory writable for you"
    if number in _MOVED:
        return "Something removes or replaces its directory meanwhile: stop that"
    if number == errno.EISDIR:
        return "Move the directory of that name away"
    return "Mend that"
