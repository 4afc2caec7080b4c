"""Addresses and patterns that follow from a provider's own `auth_url`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.values import url
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from codercfg.models.external_auth import ExternalAuthConfig
    from codercfg.values.url import GoURL

_QUOTED = re.compile(r"[\\.+*?()|\[\]{}^$]")  # the characters that Go's regexp.QuoteMeta escapes


def remotes_of(host: str) -> str:
    """The pattern of git remotes on `host`."""
    quoted = _QUOTED.sub(r"\\\g<0>", host)
    return rf"^(https?://)?{quoted}(/.*)?$"


def auth_url_of(item: ExternalAuthConfig) -> GoURL | None:
    """The item's own `auth_url`, or None when it is empty or no URL."""
    return _parsed(item.auth_url) if item.auth_url else None


@lru_cache(maxsize=256)
def _parsed(address: str) -> GoURL | None:
    """Several rules ask for the address of the same provider."""
    try:
        return url.parse(address)
    except ValueParseError:
        return None


def beside(base: GoURL, path: str) -> str:
    """Another address on the host of `base`."""
    scheme = f"{base.scheme}:" if base.scheme else ""
    return f"{scheme}//{base.host}{path}" if scheme or base.host else path
