"""AIG012."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_gateway import proxy
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProxyDomainsIgnored(Rule):
    """The domain allow list of the AI proxy has no effect.

    What: The domain allow list of the AI proxy is set, and the release is 2.33 or later.

    Why: The server ignores it: the proxy opens traffic to the hosts of the providers' base URLs, and to no other.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROXY_DOMAIN_ALLOWLIST=llm.example.com
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_BASE_URL=https://llm.example.com/v1/
    ```
    """

    code = "AIG012"
    name = "proxy-domains-ignored"
    severity = Severity.WARNING
    since = "2.33"
    source = "coder/coder #23948"
    triggers = ("ai.aibridge_proxy.domain_allowlist",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Whether the proxy is on or not."""
        if config.is_set(proxy.ALLOWLIST):
            yield self.finding(
                config,
                proxy.ALLOWLIST,
                f"`{config.name(proxy.ALLOWLIST)}` has no effect since 2.33",
                why="the proxy opens traffic to the hosts of the providers' base URLs, and to no other",
                help="remove it, and list a provider for each host",
            )


RULE = ProxyDomainsIgnored()
