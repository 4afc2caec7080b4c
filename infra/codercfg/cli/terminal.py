"""Whether to use colours."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from codercfg.diagnostics.style import COLOURED, PLAIN

if TYPE_CHECKING:
    from codercfg.diagnostics.style import Style


def style(wanted: str, stream: TextIO | None = None) -> Style:
    """The style for a stream, by default standard output.

    Args:
        wanted: `always`, `never`, or `auto`: on a terminal that can show colours, unless `NO_COLOR` (no-color.org) is set and not empty.
        stream: Where the text goes.
    """
    if wanted != "auto":
        return COLOURED if wanted == "always" else PLAIN
    dumb = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return COLOURED if (stream or sys.stdout).isatty() and not dumb else PLAIN
