"""HTP006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class HstsOptionsIgnored(Rule):
    """HSTS options are set while HSTS is off.

    What: Options of the Strict-Transport-Security header are set, but its age is 0 or less.

    Why: The server sends no such header and does not even look at the options.

    Wrong:
    ```env
    CODER_STRICT_TRANSPORT_SECURITY_OPTIONS=preload
    ```

    Right:
    ```env
    CODER_STRICT_TRANSPORT_SECURITY=31536000
    CODER_STRICT_TRANSPORT_SECURITY_OPTIONS=preload
    ```
    """

    code = "HTP006"
    name = "hsts-options-ignored"
    severity = Severity.WARNING
    source = "coder/coder coderd/httpmw/hsts.go"
    triggers = ("strict_transport_security_options",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Options need an age."""
        if config.get("strict_transport_security") <= 0 and config.get("strict_transport_security_options"):
            yield self.finding(
                config,
                "strict_transport_security_options",
                f"`{config.name('strict_transport_security_options')}` has no effect: HSTS is off",
                why="the server sends no Strict-Transport-Security header",
                help=f"set `{config.name('strict_transport_security')}` to an age in seconds, such as 31536000, or remove the options",
            )


RULE = HstsOptionsIgnored()
