"""Findings about a text that was read under another name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.diagnostics.origin import Origin


def in_file(finding: Diagnostic, file: str) -> Diagnostic:
    """The finding with all its places in `file`; places that are in no file stay."""
    related = tuple(replace(item, origin=_moved(item.origin, file)) for item in finding.related)
    return replace(finding, origin=_moved(finding.origin, file), related=related)


def _moved(origin: Origin, file: str) -> Origin:
    return origin if origin.file is None else replace(origin, file=file)
