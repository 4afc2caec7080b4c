"""AIP105."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_ROUTES = ("proxy", "interceptions", "sessions", "models", "clients")


class NameShadowed(Rule):
    """The name of an AI provider is also a route of the API.

    What: An AI provider is named `proxy`, `interceptions`, `sessions`, `models` or `clients`.

    Why: `/api/v2/aibridge/proxy/` belongs to the proxy, so a provider of that name cannot be reached. The others
    share their first part with routes of the API and may be confused with them.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_NAME=proxy
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_NAME=openai-proxy
    ```
    """

    code = "AIP105"
    name = "name-shadowed"
    severity = Severity.WARNING
    since = "2.33"
    until = "2.37"
    source = "coder/coder cli/server.go (#23948)"
    triggers = ("@providers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Names are compared as written."""
        for entry in entries(config, PROVIDERS):
            name = entry.text("name")
            if name in _ROUTES:
                lost = name == "proxy"
                yield self.finding(
                    config,
                    entry.origin("name"),
                    f"the name `{name}` is a route of the gateway's own API",
                    path=f"{entry.path}.name",
                    why="the provider cannot be reached: the proxy answers there" if lost else "requests may reach the API instead",
                    help="choose another name",
                    about=entry.about("name"),
                    severity=Severity.WARNING if lost else Severity.INFO,
                )


RULE = NameShadowed()
