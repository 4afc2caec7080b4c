"""AIG002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_gateway import proxy
from codercfg.rules.files import may_read, not_read
from codercfg.rules.key_pairs import pair_fault
from codercfg.rules.rule import NotChecked, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProxyAuthorityUnusable(Rule):
    """The certificate authority of the AI proxy cannot be used.

    What: The AI proxy is on, but its certificate or key file is missing, unreadable or no PEM, or the two do not
    belong together.

    Why: The server stops at start.

    Wrong:
    ```env
    # file: /etc/coder/mitm.crt = not a certificate
    # file: /etc/coder/mitm.key = not a key
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
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

    code = "AIG002"
    name = "proxy-authority-unusable"
    since = "2.30"
    source = "coder/coder enterprise/aibridgeproxyd/aibridgeproxyd.go"
    triggers = ("ai.aibridge_proxy.enabled",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Files are looked at only when the caller allows it; an ordinary server certificate is accepted too."""
        certificate, key = (config.get(path) for path in proxy.AUTHORITY)
        if not proxy.is_on(config) or not certificate or not key:
            return
        about = tuple(config.name(path) for path in proxy.AUTHORITY)
        wrong = pair_fault(config, certificate, key, about) if may_read(config) else not_read(*about)
        if isinstance(wrong, NotChecked):
            yield wrong
        elif wrong is not None:
            yield self.finding(
                config,
                proxy.AUTHORITY[0],
                f"the file that `{about[0]}` names {wrong}",
                why="the server refuses to start: the AI proxy cannot open traffic without it",
                help="name a PEM certificate and its unencrypted PEM key",
                about=about,
            )


RULE = ProxyAuthorityUnusable()
