"""AIG005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_gateway import proxy
from codercfg.rules.listen import fault
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProxyAddressUnusable(Rule):
    """The AI proxy cannot listen on its address.

    What: The listen address of the AI proxy is empty, has no port, or has one that is no port.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROXY_LISTEN_ADDR=8888
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROXY_LISTEN_ADDR=:8888
    ```
    """

    code = "AIG005"
    name = "proxy-address-unusable"
    since = "2.30"
    source = "coder/coder enterprise/aibridgeproxyd/aibridgeproxyd.go; Go net.Listen"
    triggers = ("ai.aibridge_proxy.enabled",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Whether the host is one of the machine's own is not known here."""
        if not proxy.is_on(config):
            return
        address = config.get(proxy.LISTEN)
        wrong = fault(address) if address else "it is empty"
        if wrong is not None:
            yield self.finding(
                config,
                proxy.LISTEN,
                f"`{config.name(proxy.LISTEN)}` is no address to listen on: {wrong}",
                why="the server refuses to start: the AI proxy cannot listen",
                help="write host:port, or :port for all addresses",
            )


RULE = ProxyAddressUnusable()
