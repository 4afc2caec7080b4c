"""Files that the examples of rules name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.files import reader as conformance_reader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def reader(files: Mapping[str, str]) -> Callable[[str], bytes] | None:
    """A `read_file` with these files, or None when there are none.

    A text is what stands behind `# file: <path> = `: the wording of a file that conformance cases know (`key of tls.crt`), else the
    content itself.
    """
    if not files:
        return None

    def read(path: str) -> bytes:
        if path not in files:
            raise FileNotFoundError(path)
        try:
            return conformance_reader(dict(files))(path)
        except KeyError:
            return files[path].encode()

    return read
