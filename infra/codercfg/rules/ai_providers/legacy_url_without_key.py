"""AIP127."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers import legacy
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class LegacyUrlWithoutKey(Rule):
    """An older base URL stands alone.

    What: The older base URL of OpenAI or Anthropic is set, but neither the key nor, for Anthropic, Bedrock that
    would make a provider of it.

    Why: Up to 2.32 such a provider was always there; from 2.33 on a base URL alone makes none, and the route
    answers with an error.

    Wrong:
    ```env
    # release: 2.33
    CODER_AIBRIDGE_ENABLED=true
    CODER_AIBRIDGE_OPENAI_BASE_URL=https://llm.example.com/v1/
    CODER_AIBRIDGE_PROVIDER_0_TYPE=copilot
    ```

    Right:
    ```env
    # release: 2.33
    CODER_AIBRIDGE_ENABLED=true
    CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
    CODER_AIBRIDGE_PROVIDER_0_BASE_URL=https://llm.example.com/v1/
    ```
    """

    code = "AIP127"
    name = "legacy-url-without-key"
    severity = Severity.WARNING
    since = "2.33"
    until = "2.37"
    source = "coder/coder cli/server.go (#23948)"
    triggers = (
        "ai.bridge.openai.base_url",
        "ai.bridge.anthropic.base_url",
    )

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The default of the option makes no provider either."""
        older = legacy.providers(config)
        for path, name in ((legacy.OPENAI_URL, "openai"), (legacy.ANTHROPIC_URL, "anthropic")):
            if config.is_set(path) and name not in older:
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` makes no provider without a key",
                    why="nothing answers under the route of the provider",
                    help="list it as an indexed provider, with or without a key",
                )


RULE = LegacyUrlWithoutKey()
