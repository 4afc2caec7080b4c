"""HTP007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class CspItemIncomplete(Rule):
    """An item of the content security policy has no value.

    What: An item of the additional content security policy has fewer than two words. A comma inside a policy
    separates items unless the item is quoted.

    Why: The server logs an error and drops the item.

    Wrong:
    ```env
    CODER_ADDITIONAL_CSP_POLICY=frame-src
    ```

    Right:
    ```env
    CODER_ADDITIONAL_CSP_POLICY=frame-src https://wiki.example.com
    ```
    """

    code = "HTP007"
    name = "csp-item-incomplete"
    severity = Severity.WARNING
    source = "coder/coder coderd/httpmw/csp.go"
    triggers = ("additional_csp_policy",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A directive needs at least one value."""
        for number, item in enumerate(config.get("additional_csp_policy"), 1):
            if len(item.split(" ")) < 2 or not item.strip():  # noqa: PLR2004  (directive and value)
                yield self.finding(
                    config,
                    "additional_csp_policy",
                    f"item {number} of `{config.name('additional_csp_policy')}` has no value behind the directive",
                    why="the server logs an error and drops the item",
                    help="write a directive, a blank and its values, such as frame-src https://wiki.example.com",
                )


RULE = CspItemIncomplete()
