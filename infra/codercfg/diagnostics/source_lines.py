"""The lines of the files that findings point into."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

_LARGEST = 32 * 1024 * 1024  # bytes; a larger file is refused by the readers anyway


@dataclass(slots=True)
class SourceLines:
    """Gives out single lines, reading each file once.

    Attributes:
        texts: Texts that are known already, by the file name in their origins; standard input can be read only once.
    """

    texts: dict[str, str] = field(default_factory=dict)
    _lines: dict[str, list[str]] = field(default_factory=dict, repr=False)

    def line(self, file: str, number: int) -> str | None:
        """A line, from 1, without its end; None when the file or the line is not there (any more)."""
        if file not in self._lines:
            self._lines[file] = self._read(file)
        lines = self._lines[file]
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else None

    def _read(self, file: str) -> list[str]:
        text = self.texts.get(file)
        if text is None:
            path = Path(file)
            try:
                if not path.is_file() or path.stat().st_size > _LARGEST:
                    return []
                text = path.read_text(encoding="utf-8", errors="replace")
            except (OSError, ValueError):
                return []
        return text.removeprefix("\ufeff").split("\n")
