"""AIG016."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers import bedrock, credentials
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProviderWithoutAnyKey(Rule):
    """An AI provider has no key, and users may not bring their own.

    What: Users may not bring keys of their own, and an AI provider has none either.

    Why: The server starts, and the provider does not load.

    Wrong:
    ```env
    CODER_AI_GATEWAY_ALLOW_BYOK=false
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_ALLOW_BYOK=false
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_KEY=made-up
    ```
    """

    code = "AIG016"
    name = "provider-without-any-key"
    severity = Severity.WARNING
    since = "2.34"
    source = "coder/coder #24274"
    triggers = ("ai.bridge.allow_byok",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Copilot needs a user's own token, Bedrock can use the pod's identity."""
        if config.get("ai.bridge.allow_byok"):
            return
        for entry in entries(config, PROVIDERS):
            kind = entry.text("type")
            if kind and kind != "copilot" and not bedrock.is_bedrock(entry) and not credentials.is_set(entry, credentials.API_KEY):
                yield self.finding(
                    config,
                    entry.origin("key", "type"),
                    f"`{entry.name('key')}` is missing, and `{config.name('ai.bridge.allow_byok')}` is off",
                    path=f"{entry.path}.key",
                    why="the provider does not load: there is no key to call it with",
                    help="set a key, or let users bring their own",
                    about=(*entry.about("type"), config.name("ai.bridge.allow_byok")),
                )


RULE = ProviderWithoutAnyKey()
