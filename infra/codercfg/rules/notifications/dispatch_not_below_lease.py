"""NTF003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import names, place
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class DispatchNotBelowLease(Rule):
    """Sending a message may take longer than its lease.

    What: The time allowed for delivering a message (1 minute by default) is not shorter than the time for which a
    replica leases it (2 minutes by default, an option that the documentation hides).

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_NOTIFICATIONS_DISPATCH_TIMEOUT=5m
    ```

    Right:
    ```env
    CODER_NOTIFICATIONS_DISPATCH_TIMEOUT=5m
    CODER_NOTIFICATIONS_LEASE_PERIOD=10m
    ```
    """

    code = "NTF003"
    name = "dispatch-not-below-lease"
    source = "coder/coder coderd/notifications"
    triggers = ("notifications.dispatch_timeout", "notifications.lease_period")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Equal is too long."""
        dispatch, lease = self.triggers
        if config.get(dispatch).nanoseconds >= config.get(lease).nanoseconds:
            yield self.finding(
                config,
                place(config, dispatch, lease),
                f"`{config.name(dispatch)}` is not shorter than `{config.name(lease)}`",
                why="the server stops at start: another replica could send the message again",
                help=f"lower `{config.name(dispatch)}` or raise `{config.name(lease)}`",
                about=names(config, dispatch, lease),
            )


RULE = DispatchNotBelowLease()
