"""HTP008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.http.csp import directives
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class CspDirectiveRepeated(Rule):
    """A directive of the content security policy is given twice.

    What: Two items of the additional content security policy have the same directive, in whatever case.

    Why: The last item wins; the values of the others are lost.

    Wrong:
    ```env
    CODER_ADDITIONAL_CSP_POLICY=frame-src https://a.example.com,frame-src https://b.example.com
    ```

    Right:
    ```env
    CODER_ADDITIONAL_CSP_POLICY=frame-src https://a.example.com https://b.example.com
    ```
    """

    code = "HTP008"
    name = "csp-directive-repeated"
    severity = Severity.WARNING
    source = "coder/coder coderd/httpmw/csp.go"
    triggers = ("additional_csp_policy",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Values of one directive belong into one item."""
        seen: set[str] = set()
        for number, directive in directives(config):
            if directive in seen:
                yield self.finding(
                    config,
                    "additional_csp_policy",
                    f"item {number} of `{config.name('additional_csp_policy')}` repeats the directive {directive}",
                    why="the last item of a directive wins; the earlier values are lost",
                    help="write all values of the directive into one item, separated by blanks",
                )
            seen.add(directive)


RULE = CspDirectiveRepeated()
