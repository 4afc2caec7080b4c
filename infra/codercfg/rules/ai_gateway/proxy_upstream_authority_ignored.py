"""AIG010."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_gateway import proxy
from codercfg.rules.reading import is_hidden, revealed
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProxyUpstreamAuthorityIgnored(Rule):
    """The authorities for the AI proxy's upstream are never used.

    What: A file of authorities for the upstream of the AI proxy is set, but there is no upstream, or it is not an
    https URL.

    Why: The server starts and ignores the file.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROXY_UPSTREAM=http://proxy.example.com:3128
    CODER_AI_GATEWAY_PROXY_UPSTREAM_CA=/etc/coder/ca.crt
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROXY_UPSTREAM=https://proxy.example.com:3128
    CODER_AI_GATEWAY_PROXY_UPSTREAM_CA=/etc/coder/ca.crt
    ```
    """

    code = "AIG010"
    name = "proxy-upstream-authority-ignored"
    severity = Severity.WARNING
    since = "2.30"
    source = "coder/coder enterprise/aibridgeproxyd/aibridgeproxyd.go"
    triggers = ("ai.aibridge_proxy.upstream_proxy_ca",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """An upstream that cannot be looked at may well be https."""
        if not proxy.is_on(config) or not config.get(proxy.UPSTREAM_CA) or is_hidden(config, proxy.UPSTREAM):
            return
        if not revealed(config, proxy.UPSTREAM).lower().startswith("https:"):
            yield self.finding(
                config,
                proxy.UPSTREAM_CA,
                f"`{config.name(proxy.UPSTREAM_CA)}` has no effect",
                why="the server reads the file only when the upstream of the AI proxy is an https URL",
                help="remove it, or reach the upstream over https",
            )


RULE = ProxyUpstreamAuthorityIgnored()
