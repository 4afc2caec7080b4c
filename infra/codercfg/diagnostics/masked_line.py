"""What may be shown of a line in a user's file.

The line may hold a secret whatever the finding is about, so a value is shown only below a key that is known to be no secret.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MASK = "********"

_KEY = r"""(?P<key>"[^"]*"|'[^']*'|[\w.:/-]+?)"""
_YAML = re.compile(rf"(?P<lead>\s*(?:-\s+)*){_KEY}(?P<separator>\s*:(?:\s+|$))(?P<value>.*)")
_DOTENV = re.compile(r"(?P<lead>\s*(?:export\s+)?)(?P<key>\w+)(?P<separator>\s*=\s*)(?P<value>.*)")
_FLOW_KEY = re.compile(r"""["']?([\w.:/-]+)["']?\s*:(?=\s|["'{\[]|$)""")
_CREDENTIALS = re.compile(r"://\S*@")  # a slash in a password is often not escaped
_COMMENT = re.compile(r"\s+#.*")
_QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?:\s+#.*|\s*)""")
_WORDS = re.compile(r"""[^\s,\[\]{}"':]+""")
_LONG = 8  # characters that would tell something about a secret
_LONGEST_LINE = 4096  # a whole file in one line, as programs write them, would be searched once for each of ten thousand findings
_ITEM = re.compile(r"\s*(?:-\s+)*")


@dataclass(frozen=True, slots=True)
class Visibility:
    """Which keys of a file may be shown, by their last part: `issuer_url`, `CODER_OIDC_ISSUER_URL`.

    Attributes:
        known: Whether it is a key at all; unknown words may be pieces of a secret.
        public: Whether values under it may be shown.
    """

    known: Callable[[str], bool]
    public: Callable[[str], bool]


NOTHING = Visibility(known=lambda _key: False, public=lambda _key: False)


@dataclass(frozen=True, slots=True)
class MaskedLine:
    """A line that may be shown.

    Attributes:
        text: What stays visible keeps its column.
        mask_at: Where the mask begins, from 0; what follows it was masked or cut off. None when nothing was.
    """

    text: str
    mask_at: int | None = None


def masked_finding(line: str, start: int, names: tuple[str, ...], visibility: Visibility, *, dotenv: bool = False) -> MaskedLine:
    """`line` below a finding: as `masked`, and long values are masked whatever their key is.

    A finding often is about a value in the wrong place, and reports go to logs that many can read: a secret pasted into `client_id` must
    not appear there. Short words, numbers and the names of keys stay.
    """
    shown = masked(line, start, names, visibility, dotenv=dotenv)
    match = (_DOTENV if dotenv else _YAML).fullmatch(shown.text)
    value_at = len(_lead(shown.text)) if match is None else match.start("value")
    words = _WORDS.findall(shown.text[value_at:] if shown.mask_at is None else "")
    if all(len(word) < _LONG or visibility.known(word) for word in words):
        return shown
    return _masked_from(shown.text, shown.text[:value_at])


def masked(line: str, start: int, names: tuple[str, ...], visibility: Visibility, *, dotenv: bool = False) -> MaskedLine:
    """`line` with everything masked that may be secret.

    Args:
        line: The line as it stands in the file.
        start: Where the marked place begins, from 0.
        names: Dotted paths and variables that the finding is about; a report names them anyway.
        visibility: Which keys may be shown.
        dotenv: Whether the file has `NAME=value` lines instead of YAML.
    """
    if len(line) > _LONGEST_LINE:
        lead = _lead(line[:_LONGEST_LINE])
        return MaskedLine(lead + MASK, len(lead))
    words = tuple(filter(None, map(_last_part, names)))
    match = (_DOTENV if dotenv else _YAML).fullmatch(line)
    if match is None:
        item = _COMMENT.sub("", line)
        public = bool(words) and all(map(visibility.public, words)) and _single_item(item)
        return MaskedLine(item) if public else _masked_from(line, _lead(line))
    key = match["key"].strip("\"'")
    if not visibility.known(key) and key not in words and start != match.start("key"):
        return _masked_from(line, match["lead"])
    about_secret = any(visibility.known(word) and not visibility.public(word) for word in words)
    value = _without_comment(match["value"])
    if visibility.public(key) and not about_secret and _harmless(value, visibility):
        return MaskedLine(line[: match.start("value")] + value)
    return _masked_from(line, line[: match.start("value")])


def _last_part(path: str) -> str:
    return path.rpartition(".")[2].partition("[")[0]


def _lead(line: str) -> str:
    match = _ITEM.match(line)
    return match[0] if match else ""


def _masked_from(line: str, shown: str) -> MaskedLine:
    if not line[len(shown) :].strip():
        return MaskedLine(shown)
    return MaskedLine(shown + MASK, len(shown))


def _harmless(value: str, visibility: Visibility) -> bool:
    """Whether a value holds neither a login inside an address nor a nested key that may be secret."""
    if _CREDENTIALS.search(value):
        return False
    return bool(_QUOTED.fullmatch(value)) or all(visibility.public(key) for key in _FLOW_KEY.findall(value))


def _single_item(line: str) -> bool:
    """Whether a line without a key holds one plain item; a piece of a collection may hold a neighbour's value."""
    return not _CREDENTIALS.search(line) and not _FLOW_KEY.search(line) and not set(line) & set(",{}[]")


def _without_comment(value: str) -> str:
    """A comment may hold what the value was before."""
    quoted = _QUOTED.fullmatch(value)
    return quoted[1] if quoted else _COMMENT.sub("", value)
