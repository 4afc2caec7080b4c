"""Go's `net.ParseCIDR`."""

from __future__ import annotations

import re
from functools import lru_cache

_LENGTH = re.compile(r"[0-9]{1,20}")


@lru_cache(maxsize=256)  # several rules ask about the same few networks, which stand in every stack
def is_cidr(text: str) -> bool:
    """Whether `text` is an address, a slash and a prefix length; host bits may be set, blanks may not occur."""
    address, slash, length = text.partition("/")
    if not slash or _LENGTH.fullmatch(length) is None or "%" in address:
        return False
    from ipaddress import ip_address  # few configurations name networks

    try:
        return int(length) <= ip_address(address).max_prefixlen
    except ValueError:
        return False
