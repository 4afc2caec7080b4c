"""Whether login cookies are marked as secure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration

_MARK = "http_cookies.secure_auth_cookie"


def are_secure(config: Configuration) -> bool:
    """The mark as set; from 2.32 (coder/coder #22198) it follows the scheme of the access URL where it is not."""
    if config.is_set(_MARK):
        return bool(config.get(_MARK))
    return config.release.at_least("2.32") and config.get("access_url").scheme == "https"
