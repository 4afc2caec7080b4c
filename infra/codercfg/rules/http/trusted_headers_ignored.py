"""HTP018."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TrustedHeadersIgnored(Rule):
    """Trusted headers are set without trusted origins.

    What: Names of forwarding headers are given, but no network whose proxies may send them.

    Why: The server believes none of the headers; logs and rate limits see the proxy's address.

    Wrong:
    ```env
    CODER_PROXY_TRUSTED_HEADERS=X-Forwarded-For
    ```

    Right:
    ```env
    CODER_PROXY_TRUSTED_HEADERS=X-Forwarded-For
    CODER_PROXY_TRUSTED_ORIGINS=10.0.0.0/8
    ```
    """

    code = "HTP018"
    name = "trusted-headers-ignored"
    severity = Severity.WARNING
    source = "coder/coder coderd/httpmw/realip.go"
    triggers = ("proxy_trusted_headers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Headers are believed only from listed networks."""
        if config.get("proxy_trusted_headers") and not config.get("proxy_trusted_origins"):
            yield self.finding(
                config,
                "proxy_trusted_headers",
                f"`{config.name('proxy_trusted_headers')}` has no effect without `{config.name('proxy_trusted_origins')}`",
                why="the server believes these headers from no one",
                help="name the networks of the proxies, such as 10.0.0.0/8",
            )


RULE = TrustedHeadersIgnored()
