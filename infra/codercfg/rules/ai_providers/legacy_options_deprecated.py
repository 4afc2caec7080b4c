"""AIP128."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Related, Severity
from codercfg.rules.ai_providers import legacy
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class LegacyOptionsDeprecated(Rule):
    """An older option for a single AI provider is set.

    What: An older option for OpenAI, Anthropic or Bedrock is set, each of which describes one provider.

    Why: Upstream deprecates them in favour of indexed providers, of which there can be several of one type, and
    drops them in 2.38.

    Wrong:
    ```env
    # release: 2.33
    CODER_AIBRIDGE_ENABLED=true
    CODER_AIBRIDGE_OPENAI_KEY=made-up
    ```

    Right:
    ```env
    # release: 2.33
    CODER_AIBRIDGE_ENABLED=true
    CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
    CODER_AIBRIDGE_PROVIDER_0_KEY=made-up
    ```
    """

    code = "AIP128"
    name = "legacy-options-deprecated"
    severity = Severity.INFO
    since = "2.33"
    until = "2.33"
    source = "coder/coder cli/server.go (#23948)"
    triggers = (
        "ai.bridge.openai.key",
        "ai.bridge.openai.base_url",
        "ai.bridge.anthropic.key",
        "ai.bridge.anthropic.base_url",
        "ai.bridge.bedrock.region",
        "ai.bridge.bedrock.base_url",
        "ai.bridge.bedrock.access_key",
        "ai.bridge.bedrock.access_key_secret",
        "ai.bridge.bedrock.model",
        "ai.bridge.bedrock.small_fast_model",
    )

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One finding for all of them."""
        found = [path for path in legacy.ALL if config.is_set(path)]
        if found:
            yield self.finding(
                config,
                found[0],
                f"`{config.name(found[0])}` is deprecated",
                why="the older options describe one provider of a type, and 2.38 drops them",
                help="list the provider by index; keep its name, which is part of its route",
                about=tuple(config.name(path) for path in found),
                related=tuple(Related("deprecated as well", config.origin(path)) for path in found[1:]),
            )


RULE = LegacyOptionsDeprecated()
