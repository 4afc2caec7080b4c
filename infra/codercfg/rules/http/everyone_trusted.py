"""HTP020."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.cidr import is_cidr
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class EveryoneTrusted(Rule):
    """Forwarding headers are believed from everywhere.

    What: A trusted origin is the network of all addresses, `0.0.0.0/0` or `::/0`.

    Why: Every client can claim any address in audit logs and escape rate limits.

    Wrong:
    ```env
    CODER_PROXY_TRUSTED_HEADERS=X-Forwarded-For
    CODER_PROXY_TRUSTED_ORIGINS=0.0.0.0/0
    ```

    Right:
    ```env
    CODER_PROXY_TRUSTED_HEADERS=X-Forwarded-For
    CODER_PROXY_TRUSTED_ORIGINS=10.0.0.0/8
    ```
    """

    code = "HTP020"
    name = "everyone-trusted"
    severity = Severity.WARNING
    source = "coder/coder coderd/httpmw/realip.go"
    triggers = ("proxy_trusted_origins",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A prefix length of 0 is everyone."""
        origins = config.get("proxy_trusted_origins")
        if config.get("proxy_trusted_headers") and any(is_cidr(item) and not item.partition("/")[2].strip("0") for item in origins):
            yield self.finding(
                config,
                "proxy_trusted_origins",
                f"`{config.name('proxy_trusted_origins')}` trusts every address",
                why="any client can claim any address in audit logs and escape rate limits",
                help="name only the networks of your proxies",
            )


RULE = EveryoneTrusted()
