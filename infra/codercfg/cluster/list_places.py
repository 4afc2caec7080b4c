"""Where a stack has what an indexed variable says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.env.families import PREFIXES

if TYPE_CHECKING:
    from codercfg.diagnostics.origin import Origin
    from codercfg.sources.stack.stack import Stack

PROVIDERS, EXTERNAL_AUTH = "ai.bridge.providers", "external_auth"


def list_path(variable: str) -> str | None:
    """The list that a variable belongs to, or None."""
    prefix = next((prefix.text for prefix in PREFIXES if variable.startswith(prefix.text)), None)
    return None if prefix is None else EXTERNAL_AUTH if "AUTH" in prefix else PROVIDERS


def list_place(stack: Stack, variable: str) -> tuple[str, Origin] | None:
    """Path and place of the key behind `CODER_EXTERNAL_AUTH_0_CLIENT_ID`; None when the stack has no such item."""
    path = list_path(variable)
    if path is None:
        return None
    prefix = next(prefix.text for prefix in PREFIXES if variable.startswith(prefix.text))
    number, _underscore, key = variable.removeprefix(prefix).partition("_")
    items = stack.configuration.external_auth if path == EXTERNAL_AUTH else stack.configuration.providers
    if not number.isdecimal() or int(number) >= len(items):
        return None
    return f"{path}[{int(number)}].{key.lower()}", items[int(number)].origin(key.lower())
