"""AIG009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_gateway import proxy
from codercfg.rules.files import may_read, not_read
from codercfg.rules.key_pairs import authority_fault
from codercfg.rules.reading import is_given, is_hidden, revealed
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProxyUpstreamAuthorityUnusable(Rule):
    """The file of authorities for the AI proxy's upstream cannot be used.

    What: The upstream of the AI proxy is an https URL, and the file of authorities for it is missing, unreadable or
    holds no certificate.

    Why: The server stops at start.

    Wrong:
    ```env
    # file: /etc/coder/mitm.crt = valid CA certificate for interception
    # file: /etc/coder/mitm.key = key of mitm.crt
    # file: /etc/coder/garbage.pem = text that is not PEM
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROXY_UPSTREAM=https://proxy.example.com
    CODER_AI_GATEWAY_PROXY_UPSTREAM_CA=/etc/coder/garbage.pem
    ```

    Right:
    ```env
    # file: /etc/coder/mitm.crt = valid CA certificate for interception
    # file: /etc/coder/mitm.key = key of mitm.crt
    # file: /etc/coder/ca.crt = valid CA certificate
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROXY_UPSTREAM=https://proxy.example.com
    CODER_AI_GATEWAY_PROXY_UPSTREAM_CA=/etc/coder/ca.crt
    ```
    """

    code = "AIG009"
    name = "proxy-upstream-authority-unusable"
    since = "2.30"
    source = "coder/coder enterprise/aibridgeproxyd/aibridgeproxyd.go"
    triggers = ("ai.aibridge_proxy.upstream_proxy_ca",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The file is read for an https upstream only."""
        file = config.get(proxy.UPSTREAM_CA)
        if not proxy.is_on(config) or not file or not is_given(config, proxy.UPSTREAM):
            return
        name = config.name(proxy.UPSTREAM_CA)
        if is_hidden(config, proxy.UPSTREAM) or not may_read(config):
            yield not_read(name)
            return
        wrong = authority_fault(config, file) if revealed(config, proxy.UPSTREAM).lower().startswith("https:") else None
        if wrong is not None:
            yield self.finding(
                config,
                proxy.UPSTREAM_CA,
                f"the file that `{name}` names {wrong}",
                why="the server refuses to start: the AI proxy cannot check the certificate of its upstream",
                help="name a file of PEM certificates, or remove it to use the system's authorities",
            )


RULE = ProxyUpstreamAuthorityUnusable()
