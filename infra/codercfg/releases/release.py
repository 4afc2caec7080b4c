"""Coder's version numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_PATTERN = re.compile(r"v?(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})(?:\.(0|[1-9]\d{0,5}))?(?:-([0-9A-Za-z.-]{1,40}))?")


class ReleaseError(ValueError):
    """A text that is not a Coder release."""


@dataclass(frozen=True, slots=True)
class Release:
    """A Coder release: `2.33`, `2.33.1`, `v2.34.0-rc.1`.

    Attributes:
        major: First number.
        minor: Second number; options and rules are known for each minor release.
        patch: Third number, or None when it was left out.
        pre: What follows the dash (`rc.1`), or empty.
    """

    major: int
    minor: int
    patch: int | None = None
    pre: str = ""

    @classmethod
    def parse(cls, text: str) -> Release:
        """Read a release.

        Raises:
            ReleaseError: The text is not one; the message says which forms are.
        """
        match = _PATTERN.fullmatch(text)
        if match is None:
            raise ReleaseError("a release is written 2.33, 2.33.1 or 2.34.0-rc.1")
        major, minor, patch, pre = match.groups()
        return cls(int(major), int(minor), None if patch is None else int(patch), pre or "")

    @property
    def line(self) -> tuple[int, int]:
        """Major and minor number, by which releases are compared."""
        return (self.major, self.minor)

    @property
    def series(self) -> str:
        """`2.33` for every patch of it."""
        return f"{self.major}.{self.minor}"

    @property
    def tag(self) -> str | None:
        """The tag of the release's container image, or None when the patch number is unknown."""
        return None if self.patch is None else f"v{self}"

    def at_least(self, series: str) -> bool:
        """Whether this release is of `series` (`2.34`) or later."""
        return self.line >= _line(series)

    def at_most(self, series: str) -> bool:
        """Whether this release is of `series` (`2.37`) or earlier."""
        return self.line <= _line(series)

    def __str__(self) -> str:
        patch = "" if self.patch is None else f".{self.patch}"
        return f"{self.major}.{self.minor}{patch}" + (f"-{self.pre}" if self.pre else "")


@lru_cache(maxsize=64)
def _line(series: str) -> tuple[int, int]:
    return Release.parse(series).line  # asked for the same few series by every rule
