"""The host part of a URL, read as Go's `net/url` does since 1.25.2, when brackets came to need an IPv6 address."""

from __future__ import annotations

import re

from codercfg.values.error import ValueParseError
from codercfg.values.url_escape import HOST_TEXT, is_zone, unescape

_PORT = re.compile(r"(?::[0-9]*)?")
_HOST_HELP = "write a host name or an IP address, an IPv6 address in brackets, then :port if it is not the usual one"


def parse_host(host: str, *, one_colon: bool) -> str:
    """The host with its port, escapes resolved.

    Args:
        host: The authority of a URL without its user information.
        one_colon: Whether a second colon outside of brackets is refused.

    Raises:
        ValueParseError: A character no host has, a port that is not digits, or brackets without an IPv6 address.
    """
    bracket = host.rfind("[")
    if bracket > 0:
        raise ValueParseError("the host has an opening bracket in the wrong place", _HOST_HELP)
    if bracket == 0:
        return _parse_bracketed(host)
    colon = host.find(":") if one_colon else host.rfind(":")
    if colon >= 0:
        _check_port(host[colon:])
    return _unescape_host(host)


def split_host(host: str) -> tuple[str, str]:
    """Name and port of a parsed host, as Go's `URL.Hostname` and `URL.Port` tell them."""
    colon = host.rfind(":")
    port = ""
    if colon >= 0 and _PORT.fullmatch(host, colon):
        host, port = host[:colon], host[colon + 1 :]
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    return host, port


def _check_port(port: str) -> None:
    if not _PORT.fullmatch(port):
        raise ValueParseError("the port of the URL is not a number", "write the port in digits, such as https://coder.example.com:8443")


def _unescape_host(host: str) -> str:
    if not HOST_TEXT.fullmatch(host):
        raise ValueParseError("the host holds a blank, another character that no host has, or an escape", _HOST_HELP)
    return unescape(host)


def _parse_bracketed(host: str) -> str:
    end = host.rfind("]")
    if end < 0:
        raise ValueParseError("the host has an opening bracket only", _HOST_HELP)
    _check_port(host[end + 1 :])
    name = host[1:end]
    zone = name.find("%25")
    if zone < 0:
        address = _unescape_host(name)
    elif is_zone(name[zone:]):
        address = _unescape_host(name[:zone]) + unescape(name[zone:])
    else:
        raise ValueParseError("the zone of the IPv6 address holds a character that needs no escape or may not occur", _HOST_HELP)
    if not _is_ipv6(address):
        raise ValueParseError("the brackets hold no IPv6 address", _HOST_HELP)
    return f"[{address}]{host[end + 1 :]}"


def _is_ipv6(text: str) -> bool:
    from ipaddress import AddressValueError, IPv6Address  # few URLs need it

    address, percent, zone = text.partition("%")
    if percent and not zone:
        return False
    try:
        IPv6Address(address)
    except AddressValueError:
        return False
    return True
