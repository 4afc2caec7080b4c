"""HTP004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.cidr import is_cidr
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TrustedOriginNotANetwork(Rule):
    """A trusted origin is not a network.

    What: An item of the trusted origins is no network in CIDR form: a single address without prefix length, a host
    name, a range, or a network with a blank in front.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_PROXY_TRUSTED_HEADERS=X-Forwarded-For
    CODER_PROXY_TRUSTED_ORIGINS=10.0.0.1
    ```

    Right:
    ```env
    CODER_PROXY_TRUSTED_HEADERS=X-Forwarded-For
    CODER_PROXY_TRUSTED_ORIGINS=10.0.0.1/32
    ```
    """

    code = "HTP004"
    name = "trusted-origin-not-a-network"
    source = "coder/coder cli/server.go; Go net.ParseCIDR"
    triggers = ("proxy_trusted_origins",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Every item needs an address and a prefix length."""
        for number, item in enumerate(config.get("proxy_trusted_origins"), 1):
            if not is_cidr(item):
                yield self.finding(
                    config,
                    "proxy_trusted_origins",
                    f"item {number} of `{config.name('proxy_trusted_origins')}` is not a network",
                    why="the server stops at start",
                    help="write networks such as 10.0.0.0/8, a single address as 10.0.0.1/32, without blanks between the items",
                )


RULE = TrustedOriginNotANetwork()
