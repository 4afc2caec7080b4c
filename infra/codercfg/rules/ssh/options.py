"""SSH settings as the server checks them before it hands them to clients (upstream `codersdk/deployment.go`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration

# Keys that choose hosts or run commands on users' machines (coder/coder #26154).
DENIED = frozenset(
    ("host", "match", "include", "proxycommand", "proxyjump", "localcommand", "permitlocalcommand", "knownhostscommand"),
)
_SEPARATOR = re.compile(r"[ =]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_WILDCARD = re.compile(r"[*?!]")


def items_with_key(config: Configuration) -> Iterator[tuple[int, str | None]]:
    """Number, from 1, and key of each item; None when nothing separates key and value."""
    for number, item in enumerate(config.get("config_ssh.SSHConfigOptions"), 1):
        found = _SEPARATOR.search(item)
        yield number, None if found is None else item[: found.start()]


def has_control_character(text: str) -> bool:
    """Whether `text` holds a line end, tab or other control character."""
    return _CONTROL.search(text) is not None


def has_blank(text: str) -> bool:
    """Whether `text` holds white space of any kind."""
    return any(character.isspace() for character in text)


def is_unusable_suffix(text: str) -> bool:
    """Whether a host name suffix holds white space or a wildcard of SSH patterns; brackets are none."""
    return has_blank(text) or _WILDCARD.search(text) is not None
