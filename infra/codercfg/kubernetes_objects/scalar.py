"""Texts as they may stand in YAML."""

from __future__ import annotations

import re
from json.encoder import encode_basestring

# Characters that YAML 1.1 or 1.2 counts as a line break or does not allow unescaped; JSON allows some of them.
_UNSAFE = "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff]"  # compiled late
_PLAIN = re.compile(r"[A-Za-z/][A-Za-z0-9_./-]*")
# Words that a YAML 1.1 or 1.2 reader takes for something else than text.
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})


def quoted(text: str) -> str:
    """`text` in double quotes, the same to readers of JSON, YAML 1.1 and YAML 1.2."""
    json: str = encode_basestring(text)
    return json if json.isascii() and json.isprintable() else re.sub(_UNSAFE, lambda found: f"\\u{ord(found[0]):04x}", json)


def scalar(text: str) -> str:
    """`text` without quotes where no reader can mistake it, else in double quotes."""
    return text if _PLAIN.fullmatch(text) and text.lower() not in _WORDS else quoted(text)
