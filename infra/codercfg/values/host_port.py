"""serpent `HostPort`: Go's `net.SplitHostPort`, which needs a colon but checks neither host nor port."""

from __future__ import annotations

from dataclasses import dataclass

from codercfg.values.error import ValueParseError

_HELP = "write host:port, :port or [IPv6 address]:port, such as 127.0.0.1:8080"


@dataclass(frozen=True, slots=True)
class HostPort:
    """A host and a port, both as text and both possibly empty.

    Attributes:
        host: Without the brackets of an IPv6 address.
        port: Digits, the name of a service, or anything else: the server resolves it only when it listens.
    """

    host: str
    port: str

    def wire(self) -> str:
        """The text in upstream's JSON document: empty when both parts are."""
        return to_env(self) if self.host or self.port else ""


def parse(text: str) -> HostPort:
    """The two parts around the last colon.

    Raises:
        ValueParseError: No colon, an IPv6 address without brackets, or misplaced brackets.
    """
    colon = text.rfind(":")
    if colon < 0:
        raise ValueParseError("the address has no port", _HELP)
    if text[0] == "[":
        return _parse_bracketed(text, colon)
    host = text[:colon]
    if ":" in host:
        raise ValueParseError("the address has too many colons", _HELP)
    if "[" in text or "]" in text:
        raise ValueParseError("the address has a bracket in the wrong place", _HELP)
    return HostPort(host, text[colon + 1 :])


def _parse_bracketed(text: str, colon: int) -> HostPort:
    end = text.find("]")
    if end < 0:
        raise ValueParseError("the address has an opening bracket only", _HELP)
    if end + 1 != colon:
        raise ValueParseError("the closing bracket is not followed by one colon and the port", _HELP)
    if "[" in text[1:] or "]" in text[colon:]:
        raise ValueParseError("the address has a bracket in the wrong place", _HELP)
    return HostPort(text[1:end], text[colon + 1 :])


def to_env(value: HostPort) -> str:
    """Go's `net.JoinHostPort`: a host with colons gets brackets."""
    host = f"[{value.host}]" if ":" in value.host else value.host
    return f"{host}:{value.port}"
