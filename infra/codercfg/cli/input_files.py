"""Reading what the user named, with one sentence when that cannot be done."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from stat import S_ISDIR, S_ISFIFO, S_ISREG

from codercfg.cli.exit_code import WrongUseError
from codercfg.diagnostics.printable import printable

STDIN = "-"
LARGEST = 64 * 1024 * 1024  # bytes; the readers refuse far smaller files with a better message, this only bounds memory
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(file: str) -> str:
    """The text of a file, or of standard input for `-`.

    Raises:
        WrongUseError: It is missing, no file, not readable, too large, or not UTF-8.
    """
    return read_input(file)[0]


def read_input(file: str) -> tuple[str, bool]:
    """As `read_text`, and whether it is a file whose name says what it is; a pipe such as `<(sops -d …)` has none.

    Raises:
        WrongUseError: As in `read_text`.
    """
    data, is_file = (_standard_input(), False) if file == STDIN else _named(file)
    if data.startswith(_UTF16):
        raise WrongUseError(f"{printable(file)} is UTF-16 text; save it as UTF-8")
    try:
        return data.decode("utf-8"), is_file
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise WrongUseError(f"{printable(file)} is not UTF-8 text: line {line} has bytes that are no character") from None


def read_named_file(file: str) -> bytes:
    """For `--read-files`: a file that an option names.

    Raises:
        OSError: It is missing or cannot be read; a device or pipe, which might never end, counts as such.
    """
    return _read(file, pipes=False)[0]


def _named(file: str) -> tuple[bytes, bool]:
    try:
        # A path such as `a.yaml/` is that of the file, as it is for `pathlib`, which takes as long as reading the file.
        return _read(str(Path(file)) if file.endswith(("/", "/.")) else file, pipes=True)
    except OSError as error:
        raise WrongUseError(f"{printable(file)} cannot be read: {_reason(error)}") from None
    except ValueError:
        raise WrongUseError(f"{printable(file)} is no path that a file can have") from None


def _read(file: str, *, pipes: bool) -> tuple[bytes, bool]:
    status = os.stat(file)  # noqa: PTH116  (here and below: making a path takes as long as reading the file, a thousand times)
    regular = S_ISREG(status.st_mode)
    if S_ISDIR(status.st_mode):
        raise IsADirectoryError(21, "it is a directory", file)
    # /dev/stdin and <(process substitution) are pipes that the user named on purpose; /dev/zero never ends.
    if not (regular or (pipes and S_ISFIFO(status.st_mode))) or status.st_size > LARGEST:
        raise OSError(22, "it is no regular file of a sensible size", file)
    with open(file, "rb") as opened:  # noqa: PTH123
        data = opened.read(status.st_size + 1)
        if len(data) > status.st_size:  # a pipe has no size
            data += opened.read(LARGEST + 1 - len(data))
    if len(data) > LARGEST:
        raise OSError(27, "it is too large", file)
    return data, regular


def _standard_input() -> bytes:
    if sys.stdin is None:  # closed by who started us
        raise WrongUseError("standard input is closed: name a file")
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise WrongUseError("standard input is too large")
    return data


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "permission denied"
    text = error.strerror or type(error).__name__
    return text[:1].lower() + text[1:]
