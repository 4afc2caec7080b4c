"""The limit of idle database connections (upstream `codersdk/deployment.go`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.values import integer
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration


def idle_limit(config: Configuration) -> int | None:
    """The limit, 0 for `auto`; None when the text is neither that nor a number."""
    text = config.get("pg_conn_max_idle").strip()
    if text == "auto":
        return 0  # a third of the open ones, hence never too many
    try:
        return integer.parse(text)
    except ValueParseError:
        return None
