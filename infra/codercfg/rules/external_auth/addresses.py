"""Addresses and patterns that follow from a provider's own `auth_url`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.values import url
from codercfg.values.error import ValueParseError
from codercfg.values.url import GoURL
from codercfg.values.url_escape import PATH, escape

if TYPE_CHECKING:
    from codercfg.models.external_auth import ExternalAuthConfig

_QUOTED = re.compile(r"[\\.+*?()|\[\]{}^$]")  # the characters that Go's regexp.QuoteMeta escapes


def remotes_of(host: str) -> str:
    """The pattern of git remotes on `host`."""
    quoted = _QUOTED.sub(r"\\\g<0>", host)
    return rf"^(https?://)?{quoted}(/.*)?$"


def auth_url_of(item: ExternalAuthConfig) -> GoURL | None:
    """The item's own `auth_url`, or None when it is empty or no URL."""
    return parsed(item.auth_url) if item.auth_url else None


@lru_cache(maxsize=256)
def parsed(address: str) -> GoURL | None:
    """The parts of an address, None when it is no URL; several rules ask for those of the same provider."""
    try:
        return url.parse(address)
    except ValueParseError:
        return None


def beside(base: GoURL, path: str) -> str:
    """Another address on the host of `base`, as Go's `URL.String` prints it."""
    return GoURL("", base.scheme, host=base.host, raw_path=escape(path, PATH)).wire()
