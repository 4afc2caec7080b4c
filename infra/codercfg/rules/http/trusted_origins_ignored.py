"""HTP019."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TrustedOriginsIgnored(Rule):
    """Trusted origins are set without trusted headers.

    What: Networks of proxies are given, but no header in which they name the client.

    Why: The server still takes the proxy's address for the client's.

    Wrong:
    ```env
    CODER_PROXY_TRUSTED_ORIGINS=10.0.0.0/8
    ```

    Right:
    ```env
    CODER_PROXY_TRUSTED_HEADERS=X-Forwarded-For
    CODER_PROXY_TRUSTED_ORIGINS=10.0.0.0/8
    ```
    """

    code = "HTP019"
    name = "trusted-origins-ignored"
    severity = Severity.WARNING
    source = "coder/coder coderd/httpmw/realip.go"
    triggers = ("proxy_trusted_origins",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Networks alone supply no client address."""
        if config.get("proxy_trusted_origins") and not config.get("proxy_trusted_headers"):
            yield self.finding(
                config,
                "proxy_trusted_origins",
                f"`{config.name('proxy_trusted_origins')}` has no effect without `{config.name('proxy_trusted_headers')}`",
                why="no header is read, so the proxy's address counts as the client's",
                help="name the header that the proxy sets, such as X-Forwarded-For",
            )


RULE = TrustedOriginsIgnored()
