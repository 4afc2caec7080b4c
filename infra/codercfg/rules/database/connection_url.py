"""The database URL as the server mends and reads it (upstream `cli/server.go`, `escapePostgresURLUserInfo`)."""

from __future__ import annotations

import re
from enum import Enum, auto
from urllib.parse import quote

from codercfg.values import url
from codercfg.values.error import ValueParseError

# Scheme with slashes and user, password up to the last @, host and the rest.
_WITH_PASSWORD = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*://[^:/@]*):(.*)@([^@]*)", re.DOTALL)
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


class Verdict(Enum):
    """What becomes of a database URL."""

    FINE = auto()
    NOT_ESCAPED = auto()
    MALFORMED = auto()


def judge(text: str) -> Verdict:
    """Whether the server reads the URL as it stands, only after escaping the password, or not at all."""
    if not text:
        return Verdict.FINE  # not set, or nobody can look at it
    try:
        parsed = url.parse(text)
    except ValueParseError:
        return Verdict.NOT_ESCAPED if _can_be_mended(text) else Verdict.MALFORMED
    # `coder:1#x@db` is host, port and fragment; whoever wrote the @ meant a password.
    lost = parsed.host and parsed.username is None and "@" in parsed.raw_path + parsed.raw_query + parsed.raw_fragment
    return Verdict.NOT_ESCAPED if lost else Verdict.FINE


def _can_be_mended(text: str) -> bool:
    found = _WITH_PASSWORD.fullmatch(text)
    if found is None or _BARE_PERCENT.search(found[2]):
        return False
    try:
        url.parse(f"{found[1]}:{quote(found[2], safe='')}@{found[3]}")
    except ValueParseError:
        return False
    return True
