"""AIG007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_gateway import proxy
from codercfg.rules.cidr import is_cidr
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProxyNetworkInvalid(Rule):
    """A private network of the AI proxy is not in CIDR form.

    What: An item of the AI proxy's allowed private networks is no address with a prefix length. A blank before it,
    or a bare address, is enough.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROXY_ALLOWED_PRIVATE_CIDRS=10.0.0.1
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROXY_ALLOWED_PRIVATE_CIDRS=10.0.0.0/8,192.168.0.0/16
    ```
    """

    code = "AIG007"
    name = "proxy-network-invalid"
    since = "2.32"
    source = "coder/coder enterprise/aibridgeproxyd/aibridgeproxyd.go"
    triggers = ("ai.aibridge_proxy.enabled",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One finding for the list, which says which items."""
        if not proxy.is_on(config):
            return
        wrong = [number for number, item in enumerate(config.get(proxy.PRIVATE_CIDRS) or (), start=1) if not is_cidr(item)]
        if wrong:
            yield self.finding(
                config,
                proxy.PRIVATE_CIDRS,
                f"item {wrong[0]} of `{config.name(proxy.PRIVATE_CIDRS)}` is no network in CIDR form",
                why="the server refuses to start; it trims nothing, so a blank behind a comma is part of the item",
                help="write networks such as 10.0.0.0/8,192.168.0.0/16, without blanks",
            )


RULE = ProxyNetworkInvalid()
