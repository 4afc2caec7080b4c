"""A difference of two texts of one stack file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codercfg.diagnostics.masked_line import masked
from codercfg.diagnostics.printable import printable
from codercfg.values.known_keys import without_keys
from codercfg.values.user_in_address import without_user

if TYPE_CHECKING:
    from codercfg.diagnostics.style import Style

_CONTEXT = 2


def difference(file: str, before: str, after: str, style: Style) -> str:
    """A unified difference, empty when there is none.

    Lines around a change are masked as in a report, and so are comments: they may hold anything. What else stands in changed lines are
    options that moved, whose secrets are references or ciphertext, or the file would have been refused.
    """
    from difflib import unified_diff

    from codercfg.migrate.comments import masked_comments
    from codercfg.reference.key_words import visibility

    shows = visibility()
    found = []
    for number, line in enumerate(
        unified_diff(_lines(masked_comments(before)), _lines(masked_comments(after)), file, file, n=_CONTEXT, lineterm="")
    ):
        if number < 2:  # noqa: PLR2004  (the two names of the file)
            found.append(style.strong(printable(line)))
        elif line.startswith(" "):
            found.append(" " + printable(masked(line[1:], 0, (), shows).text))
        elif line.startswith("@@"):
            found.append(style.frame(line))
        else:
            found.append(style.changed(printable(without_keys(without_user(line))), added=line.startswith("+")))
    return "".join(f"{line}\n" for line in found)


def _lines(text: str) -> list[str]:
    """Lines without their ends: those are never changed."""
    return re.split(r"\r\n|\r|\n", text)
