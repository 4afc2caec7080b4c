"""AIG011."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_gateway import proxy
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_HOSTS = ("api.anthropic.com", "api.openai.com", "api.individual.githubcopilot.com")
_HOSTS_SINCE_2_32 = ("api.business.githubcopilot.com", "api.enterprise.githubcopilot.com", "chatgpt.com")


def _is_known(item: str, known: tuple[str, ...]) -> bool:
    host, colon, port = item.partition(":")
    return host in known and (not colon or port in {"80", "443"})


class ProxyDomainUnmapped(Rule):
    """A domain of the AI proxy belongs to no provider.

    What: The domain allow list of the AI proxy is empty, or an item of it is not the host of a built-in provider,
    optionally with port 80 or 443.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_AIBRIDGE_PROXY_ENABLED=true
    CODER_AIBRIDGE_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AIBRIDGE_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AIBRIDGE_PROXY_DOMAIN_ALLOWLIST=llm.example.com
    ```

    Right:
    ```env
    CODER_AIBRIDGE_PROXY_ENABLED=true
    CODER_AIBRIDGE_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AIBRIDGE_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AIBRIDGE_PROXY_DOMAIN_ALLOWLIST=api.openai.com,api.anthropic.com
    ```
    """

    code = "AIG011"
    name = "proxy-domain-unmapped"
    since = "2.30"
    until = "2.32"
    source = "coder/coder enterprise/aibridgeproxyd/aibridgeproxyd.go"
    triggers = ("ai.aibridge_proxy.enabled",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Items are trimmed and compared without case; the default is the whole list."""
        if not proxy.is_on(config):
            return
        known = _HOSTS + (_HOSTS_SINCE_2_32 if config.release.at_least("2.32") else ())
        items = config.get(proxy.ALLOWLIST) or ()
        wrong = [number for number, item in enumerate(items, start=1) if not _is_known(item.strip().lower(), known)]
        if wrong or not items:
            name = f"`{config.name(proxy.ALLOWLIST)}`"
            yield self.finding(
                config,
                proxy.ALLOWLIST,
                f"item {wrong[0]} of {name} is the host of no provider" if wrong else f"{name} is empty",
                why="the server refuses to start: the proxy has no provider to hand the traffic to",
                help=f"use only {', '.join(known)}",
            )


RULE = ProxyDomainUnmapped()
