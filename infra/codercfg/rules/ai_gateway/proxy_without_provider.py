"""AIG006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_gateway import proxy
from codercfg.rules.ai_providers.base_urls import has_host
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProxyWithoutProvider(Rule):
    """The AI proxy has no provider to serve.

    What: The AI proxy is on, but no AI provider has a base URL with a host, so the proxy knows no host to open.

    Why: The server of 2.33 stops at start. Later releases start and take providers from the database.

    Wrong:
    ```env
    CODER_AIBRIDGE_PROXY_ENABLED=true
    CODER_AIBRIDGE_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AIBRIDGE_PROXY_KEY_FILE=/etc/coder/mitm.key
    ```

    Right:
    ```env
    CODER_AIBRIDGE_PROXY_ENABLED=true
    CODER_AIBRIDGE_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AIBRIDGE_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
    ```
    """

    code = "AIG006"
    name = "proxy-without-provider"
    since = "2.33"
    until = "2.33"
    source = "coder/coder enterprise/aibridgeproxyd/aibridgeproxyd.go"
    triggers = ("ai.aibridge_proxy.enabled",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Base URLs that are not set count as the type's own."""
        if not proxy.is_on(config):
            return
        found = list(proxy.addresses(config))
        if not any(has_host(address) for address, _entry in found):
            broken = [entry for _address, entry in found if entry is not None]
            yield self.finding(
                config,
                proxy.ENABLED,
                "the AI proxy is on, but no AI provider has a base URL with a host"
                if found
                else "the AI proxy is on without any AI provider",
                why="the server refuses to start: the proxy opens traffic to the hosts of providers only",
                help="list an AI provider, or switch the proxy off",
                about=(config.name(proxy.ENABLED), *(name for entry in broken for name in entry.about("base_url", "type"))),
            )


RULE = ProxyWithoutProvider()
