"""Where a value was written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a file, or the name of a variable, flag or keyword.

    Attributes:
        source: `stack`, `env`, `dotenv`, `yaml`, `flag`, `keyword` or `default`.
        file: Path as the user gave it, or None.
        line: Line, from 1, or None when the place has none.
        column: Column, from 1, counted in characters.
        end_column: Column behind the last character on the same line, or None.
        name: Variable, flag or dotted key, or None.
    """

    source: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    end_column: int | None = None
    name: str | None = None

    def __str__(self) -> str:
        if self.file is not None and self.line is not None:
            return f"{self.file}:{self.line}:{self.column or 1}"
        return self.name or self.file or self.source

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Orders places: by file, line and column, then by name."""
        return (self.file or "", self.line or 0, self.column or 0, self.name or "")
