"""SRV011."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SupportLinkMisplaced(Rule):
    """A support link has an unknown place.

    What: The location of a support link is neither `navbar` nor `dropdown`.

    Why: The server accepts any text; the dashboard does not show the link where it was meant.

    Wrong:
    ```env
    CODER_SUPPORT_LINKS=[{name: Wiki, target: "https://wiki.example.com", icon: docs, location: sidebar}]
    ```

    Right:
    ```env
    CODER_SUPPORT_LINKS=[{name: Wiki, target: "https://wiki.example.com", icon: docs, location: navbar}]
    ```
    """

    code = "SRV011"
    name = "support-link-misplaced"
    severity = Severity.WARNING
    source = "coder/coder codersdk/deployment.go"
    triggers = ("support.links",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """No location is fine."""
        for number, link in enumerate(config.get("support.links"), 1):
            if link.location not in {None, "", "navbar", "dropdown"}:
                yield self.finding(
                    config,
                    "support.links",
                    f"link {number} of `{config.name('support.links')}` has an unknown location",
                    why="the server accepts any text, and the dashboard does not know it",
                    help="write navbar or dropdown, or leave the location out",
                )


RULE = SupportLinkMisplaced()
