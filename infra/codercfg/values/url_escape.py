"""Percent escapes of Go's `net/url`: which characters each part of a URL may hold, and how the others are written.

Go works on bytes. A Python text stands for them in the way of `os.environ`: UTF-8, other bytes as surrogate escapes.
"""

from __future__ import annotations

import re

from codercfg.values.error import ValueParseError

_ALWAYS = r"A-Za-z0-9_.~\-"
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")

# What Go's `escape` has to escape, part by part.
PATH = re.compile(rf"[^{_ALWAYS}$&+,/:;=@]")
FRAGMENT = re.compile(rf"[^{_ALWAYS}$&+,/:;=?@!()*]")
USERINFO = re.compile(rf"[^{_ALWAYS}$&+,;=]")
_HOST_CHARACTERS = rf"{_ALWAYS}!$&'()*+,;=:\[\]<>\""
HOST = re.compile(f"[^{_HOST_CHARACTERS}]")

# What Go's `String` keeps as the user wrote it (`validEncoded`); a part with anything else is escaped anew.
KEPT_PATH = re.compile(rf"[{_ALWAYS}$&+,/:;=@!'()*\[\]%]*")
KEPT_FRAGMENT = re.compile(rf"[{_ALWAYS}$&+,/:;=?@!'()*\[\]%]*")

# In a host only bytes beyond ASCII, and the percent sign of an IPv6 zone, may be escaped.
HOST_TEXT = re.compile(rf"(?:[{_HOST_CHARACTERS}]|[^\x00-\x7f]|%25|%[89A-Fa-f][0-9A-Fa-f])*+")
# A zone may escape what it might as well hold unescaped, and blanks.
_ZONE_TEXT = re.compile(rf"(?:[{_HOST_CHARACTERS}]|[^\x00-\x7f]|%[0-9A-Fa-f]{{2}})*+")
_ZONE_ESCAPED = re.compile(f"[{_HOST_CHARACTERS} %]")


def unescape(text: str) -> str:
    """`text` with its escapes resolved.

    Raises:
        ValueParseError: A percent sign without two hexadecimal digits.
    """
    if "%" not in text:
        return text
    if _BROKEN_ESCAPE.search(text):
        raise ValueParseError("a percent sign is not followed by two hexadecimal digits", "write a literal percent sign as %25")
    return _from_bytes(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), _to_bytes(text)))


def escape(text: str, escaped: re.Pattern[str]) -> str:
    """`text` with an escape for each byte that `escaped` finds: one of `PATH`, `FRAGMENT`, `USERINFO`, `HOST`."""
    if not escaped.search(text):
        return text
    return escaped.sub(lambda found: f"%{ord(found[0]):02X}", _to_bytes(text))


def is_zone(text: str) -> bool:
    """Whether `text`, still escaped, may be the zone of an IPv6 address in a URL."""
    if not _ZONE_TEXT.fullmatch(text):
        return False
    return all(_ZONE_ESCAPED.match(chr(int(digits, 16))) for digits in _ESCAPE.findall(text))


def _to_bytes(text: str) -> str:
    """One character for each byte, so that patterns for text serve for bytes too."""
    return text.encode("utf-8", "surrogateescape").decode("latin-1")


def _from_bytes(characters: str) -> str:
    return characters.encode("latin-1").decode("utf-8", "surrogateescape")
