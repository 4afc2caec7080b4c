"""HTP009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.diagnostics.nearest import did_you_mean
from codercfg.rules.http.csp import KNOWN, directives
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class CspDirectiveUnknown(Rule):
    """A directive of the content security policy is unknown.

    What: An item of the additional content security policy begins with a word that is no directive of the standard.

    Why: The server sends it, and browsers ignore it.

    Wrong:
    ```env
    CODER_ADDITIONAL_CSP_POLICY=frames-src https://wiki.example.com
    ```

    Right:
    ```env
    CODER_ADDITIONAL_CSP_POLICY=frame-src https://wiki.example.com
    ```
    """

    code = "HTP009"
    name = "csp-directive-unknown"
    severity = Severity.WARNING
    source = "W3C Content Security Policy Level 3"
    triggers = ("additional_csp_policy",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The server does not check directives."""
        for number, directive in directives(config):
            if directive not in KNOWN:
                yield self.finding(
                    config,
                    "additional_csp_policy",
                    f"item {number} of `{config.name('additional_csp_policy')}` names no known directive",
                    why="the server sends it as it is, and browsers ignore it",
                    help=did_you_mean(directive, KNOWN, "write a directive such as frame-src or img-src"),
                )


RULE = CspDirectiveUnknown()
