"""AIG003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_gateway import proxy
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProxyListenerPairIncomplete(Rule):
    """Half of the AI proxy's own certificate is missing.

    What: Of the certificate that the AI proxy shows to its clients, only the certificate or only the key is set.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROXY_TLS_CERT_FILE=/etc/coder/tls.crt
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROXY_TLS_CERT_FILE=/etc/coder/tls.crt
    CODER_AI_GATEWAY_PROXY_TLS_KEY_FILE=/etc/coder/tls.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    ```
    """

    code = "AIG003"
    name = "proxy-listener-pair-incomplete"
    since = "2.32"
    source = "coder/coder enterprise/aibridgeproxyd/aibridgeproxyd.go"
    triggers = ("ai.aibridge_proxy.enabled",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Neither is fine: the proxy then speaks plain HTTP."""
        given = [path for path in proxy.LISTENER_PAIR if config.get(path)]
        if proxy.is_on(config) and len(given) == 1:
            missing = next(path for path in proxy.LISTENER_PAIR if path not in given)
            yield self.finding(
                config,
                given[0],
                f"`{config.name(given[0])}` is set without `{config.name(missing)}`",
                why="the server refuses to start: the listener of the AI proxy needs both or neither",
                help=f"set `{config.name(missing)}` as well, or remove both",
                about=tuple(config.name(path) for path in proxy.LISTENER_PAIR if config.is_set(path)),
            )


RULE = ProxyListenerPairIncomplete()
