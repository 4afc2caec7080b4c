"""AIG001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_gateway import proxy
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProxyAuthorityMissing(Rule):
    """The AI proxy has no certificate authority of its own.

    What: The AI proxy is on, but its certificate or its key, with which it opens the traffic of users, is not set.
    Both are needed.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    ```

    Right:
    ```env
    # file: /etc/coder/mitm.crt = valid CA certificate for interception
    # file: /etc/coder/mitm.key = key of mitm.crt
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    ```
    """

    code = "AIG001"
    name = "proxy-authority-missing"
    since = "2.30"
    source = "coder/coder enterprise/aibridgeproxyd/aibridgeproxyd.go"
    triggers = ("ai.aibridge_proxy.enabled",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One finding for both halves."""
        if not proxy.is_on(config):
            return
        missing = [path for path in proxy.AUTHORITY if not config.get(path)]
        if missing:
            place = next((path for path in missing if config.is_set(path)), proxy.ENABLED)
            listed = " and ".join(f"`{config.name(path)}`" for path in missing)
            yield self.finding(
                config,
                place,
                f"the AI proxy is on without {listed}",
                why="the server refuses to start: the proxy opens TLS traffic with a certificate authority of its own",
                help="name the PEM files of an authority that your workspaces trust, or switch the proxy off",
                about=tuple(config.name(path) for path in (*proxy.AUTHORITY, proxy.ENABLED) if config.is_set(path)),
            )


RULE = ProxyAuthorityMissing()
