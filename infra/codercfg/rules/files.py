"""Files that options name, read only when the caller allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import NotChecked

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration


class FileFaultError(Exception):
    """A file that the server could not use; the text says why, as the end of a sentence."""


def may_read(config: Configuration) -> bool:
    """Whether files may be read at all."""
    return config.read_file is not None


def contents(config: Configuration, file: str) -> bytes:
    """What the file holds.

    Raises:
        FileFaultError: It is missing or cannot be read.
    """
    try:
        return config.read_file(file) if config.read_file is not None else b""
    except FileNotFoundError:
        raise FileFaultError("does not exist") from None
    except OSError:
        raise FileFaultError("cannot be read") from None
    except ValueError:  # a path with a NUL character
        raise FileFaultError("is no path that a file can have") from None


def not_read(*option_names: str) -> NotChecked:
    """The sentence for files that were not looked at."""
    return NotChecked(f"the files that {' and '.join(f'`{name}`' for name in option_names)} name were not read")
