"""Files that the examples of rules name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def reader(files: Mapping[str, str]) -> Callable[[str], bytes] | None:
    """A `read_file` with these files, or None when there are none. A text is the words behind `# file: <path> = `."""
    if not files:
        return None

    def read(path: str) -> bytes:
        if path not in files:
            raise FileNotFoundError(path)
        return files[path].encode()

    return read
