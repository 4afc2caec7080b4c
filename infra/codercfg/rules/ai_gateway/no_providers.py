"""AIG014."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers import legacy
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class NoProviders(Rule):
    """The AI gateway is on without any provider.

    What: The AI gateway is on, but there is neither an indexed AI provider nor one from the older options.

    Why: Up to 2.32 some providers were always there. 2.33 has none but the configured ones, so every request, to
    Copilot and ChatGPT too, fails.

    Wrong:
    ```env
    CODER_AIBRIDGE_ENABLED=true
    ```

    Right:
    ```env
    CODER_AIBRIDGE_ENABLED=true
    CODER_AIBRIDGE_PROVIDER_0_TYPE=copilot
    ```
    """

    code = "AIG014"
    name = "no-providers"
    severity = Severity.WARNING
    since = "2.33"
    until = "2.33"
    source = "coder/coder #23948"
    triggers = ("ai.bridge.enabled",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Later releases may have providers in their database."""
        if config.get("ai.bridge.enabled") and not config.providers and not legacy.providers(config):
            yield self.finding(
                config,
                "ai.bridge.enabled",
                "the AI gateway is on without any AI provider",
                why=f"Coder {config.release} has no built-in providers any more, so every request fails",
                help="list the providers, Copilot and ChatGPT included, or switch the gateway off",
            )


RULE = NoProviders()
