"""Upstream's rules for single options, made while variables and flags are read (serpent `Validate`).

The server's YAML file bypasses them: what they refuse in a variable it takes from a file without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.values import wildcard_host
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_LABELS = ("agent_name", "template_name", "username", "workspace_name")
_PROVISIONERS = ("terraform", "echo")
_MOST_FAILURES = 100


def _words(allowed: tuple[str, ...]) -> Callable[[Iterable[str]], None]:
    def check(items: Iterable[str]) -> None:
        if any(item not in allowed for item in items):
            raise ValueParseError("an item is none of the words that the option takes", f"write any of: {', '.join(allowed)}")

    return check


def _positive(number: int) -> None:
    if number <= 0:
        raise ValueParseError("the number must be greater than 0", "write 1 or more")


def _one_to_hundred(number: int) -> None:
    if not 1 <= number <= _MOST_FAILURES:
        raise ValueParseError(f"the number must lie between 1 and {_MOST_FAILURES}", f"write a number from 1 to {_MOST_FAILURES}")


_RULES: dict[str, Callable[[Any], None]] = {
    "ai.bridge.circuit_breaker_failure_threshold": _one_to_hundred,
    "ai.bridge.circuit_breaker_max_requests": _one_to_hundred,
    "pg_conn_max_open": _positive,
    "prometheus.aggregate_agent_stats_by": _words(_LABELS),
    "provisioner.daemon_types": _words(_PROVISIONERS),
    "wildcard_access_url": wildcard_host.check,
}


def validate(path: str, value: Any) -> None:  # noqa: ANN401  (a value of any kind)
    """Check a value that was read from a variable or flag.

    Raises:
        ValueParseError: Upstream's rule for the option refuses it.
    """
    rule = _RULES.get(path)
    if rule is not None:
        rule(value)
