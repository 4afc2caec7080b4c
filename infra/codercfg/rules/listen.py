"""What Go's `net.Listen` makes of an address, without resolving its host."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codercfg.values import host_port
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from codercfg.values.host_port import HostPort

_BLANK = re.compile(r"\s")
_NUMBER = re.compile(r"[-+]?[0-9]+")
_HIGHEST_PORT = 65_535
# The names that Go knows where a machine has no list of services, and the usual one for web servers.
_SERVICES = frozenset(
    [
        "ftp",
        "ftps",
        "gopher",
        "http",
        "http-alt",
        "https",
        "imap2",
        "imap3",
        "imaps",
        "pop3",
        "pop3s",
        "smtp",
        "ssh",
        "submission",
        "submissions",
        "telnet",
    ],
)


def fault(address: str | HostPort) -> str | None:
    """Why nothing can listen on `address`, or None; an empty port stands for any free one."""
    if isinstance(address, str):
        try:
            address = host_port.parse(address)
        except ValueParseError as error:
            return error.reason
    if _BLANK.search(address.host):
        return "the host holds a blank"
    return port_fault(address.port)


def port_fault(port: str) -> str | None:
    """Why `port` is none, or None."""
    if not port or port.lower() in _SERVICES:
        return None
    if not _NUMBER.fullmatch(port):
        return "the port is not a number"
    digits = port.lstrip("+-").lstrip("0")  # Python refuses to convert thousands of digits, leading zeros included
    too_long = len(digits) > len(str(_HIGHEST_PORT))
    if too_long or (digits and port.startswith("-")) or int(digits or "0") > _HIGHEST_PORT:
        return f"the port lies outside 0 to {_HIGHEST_PORT}"
    return None
