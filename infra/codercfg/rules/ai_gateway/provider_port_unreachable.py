"""AIG013."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_gateway import proxy
from codercfg.rules.ai_providers.base_urls import port_of
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProviderPortUnreachable(Rule):
    """The AI proxy cannot reach a provider's port.

    What: The AI proxy is on, and the base URL of an AI provider has a port other than 80 and 443.

    Why: The proxy drops the port and accepts connections to 80 and 443 only, so requests through it never reach the
    provider. Requests that go to the gateway itself do.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_BASE_URL=https://llm.example.com:8443/v1
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_BASE_URL=https://llm.example.com/v1
    ```
    """

    code = "AIG013"
    name = "provider-port-unreachable"
    severity = Severity.WARNING
    since = "2.33"
    source = "coder/coder enterprise/aibridgeproxyd/aibridgeproxyd.go"
    triggers = ("ai.aibridge_proxy.enabled",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Of indexed providers; the older options are for the vendors' own hosts."""
        if not proxy.is_on(config):
            return
        for address, entry in proxy.addresses(config):
            if entry is not None and port_of(address) not in {"", "80", "443"}:
                yield self.finding(
                    config,
                    entry.origin("base_url"),
                    f"`{entry.name('base_url')}` has a port that the AI proxy cannot reach",
                    path=f"{entry.path}.base_url",
                    why="the proxy accepts connections to the ports 80 and 443 only",
                    help="serve the provider on 443, or let clients use the gateway's own address",
                    about=entry.about("base_url"),
                )


RULE = ProviderPortUnreachable()
