"""The pattern of host names under which workspace applications are served: `*.apps.example.com`.

Source: upstream `coderd/workspaceapps/appurl`, `CompileHostnamePattern`.
"""

from __future__ import annotations

import re

from codercfg.values.error import ValueParseError
from codercfg.values.kept import kept

_LABEL = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?")
_HELP = "write a star and a domain, such as *.apps.example.com"


@kept
def check(text: str) -> None:
    """Accept the empty text and every pattern that the server compiles; letters count as lower-case.

    Raises:
        ValueParseError: The server would refuse the pattern.
    """
    if not text:
        return
    pattern = text.lower()
    if "http:" in pattern or "https:" in pattern:
        raise ValueParseError("the pattern holds a scheme", _HELP)
    pattern = _without_port(pattern)
    if pattern.startswith(".") or pattern.endswith("."):
        raise ValueParseError("the pattern begins or ends with a dot", _HELP)
    if "." not in pattern:
        raise ValueParseError("the pattern has no dot", _HELP)
    if pattern.count("*") != 1 or not pattern.startswith("*"):
        raise ValueParseError("the pattern needs exactly one star, as its first character", _HELP)
    if not all(_LABEL.fullmatch(label) for label in ("a" + pattern[1:]).split(".")):
        raise ValueParseError("a part of the pattern holds a character that no host name can have", _HELP)


def _without_port(pattern: str) -> str:
    """The server strips whatever Go's `net.SplitHostPort` takes for a port, without looking at it."""
    host, colon, port = pattern.rpartition(":")
    return host if colon and ":" not in host and not set("[]") & set(host + port) else pattern
