"""AIG008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_gateway import proxy
from codercfg.rules.reading import is_given, is_hidden, not_visible, revealed
from codercfg.rules.rule import Rule
from codercfg.values import url
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


def _fault(text: str, *, strict_port: bool) -> str:
    try:
        parsed = url.parse(text, strict_port=strict_port)
    except ValueParseError as error:
        return f"is no URL: {error.reason}"
    return "" if parsed.username is None or parsed.username or parsed.password else "has an @ without user name and password"


class ProxyUpstreamInvalid(Rule):
    """The AI proxy's upstream proxy is no usable URL.

    What: The upstream of the AI proxy cannot be read as a URL, or it has an `@` with neither user name nor password
    before it.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROXY_UPSTREAM=http://proxy corp:3128
    ```

    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROXY_UPSTREAM=http://@proxy.example.com:3128
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROXY_ENABLED=true
    CODER_AI_GATEWAY_PROXY_CERT_FILE=/etc/coder/mitm.crt
    CODER_AI_GATEWAY_PROXY_KEY_FILE=/etc/coder/mitm.key
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROXY_UPSTREAM=http://proxy.example.com:3128
    ```
    """

    code = "AIG008"
    name = "proxy-upstream-invalid"
    since = "2.30"
    source = "coder/coder enterprise/aibridgeproxyd/aibridgeproxyd.go"
    triggers = ("ai.aibridge_proxy.enabled",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The URL may carry a password, so no part of it is repeated."""
        if not proxy.is_on(config) or not is_given(config, proxy.UPSTREAM):
            return
        if is_hidden(config, proxy.UPSTREAM):
            yield not_visible(config, proxy.UPSTREAM)
            return
        wrong = _fault(revealed(config, proxy.UPSTREAM), strict_port=config.release.at_least("2.34"))
        if wrong:
            yield self.finding(
                config,
                proxy.UPSTREAM,
                f"`{config.name(proxy.UPSTREAM)}` {wrong}",
                why="the server refuses to start",
                help="write http://[user:password@]host:port, with special characters as %XX",
            )


RULE = ProxyUpstreamInvalid()
