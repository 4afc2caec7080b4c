"""AIP106."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_providers import bedrock
from codercfg.rules.ai_providers.types import is_database_seed, known_types
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class BedrockKeyOnOtherType(Rule):
    """An AI provider of another type has Bedrock settings.

    What: A Bedrock key is set on an indexed AI provider that is not of the type `anthropic` (or, from 2.34 on,
    `bedrock`). In 2.33 the model ids count as well; from 2.34 on they are ignored.

    Why: The server stops at start, even when the gateway is switched off.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_REGION=us-east-1
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=bedrock
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_REGION=us-east-1
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_MODEL=anthropic.claude-large
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_SMALL_FAST_MODEL=anthropic.claude-small
    ```
    """

    code = "AIP106"
    name = "bedrock-key-on-other-type"
    since = "2.33"
    until = "2.37"
    source = "coder/coder cli/server.go (#23948)"
    triggers = ("@providers.bedrock",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Keys that are set but empty do not count."""
        later = is_database_seed(config.release)
        fitting = ("anthropic", "bedrock") if later else ("anthropic",)
        for entry in entries(config, PROVIDERS):
            kind = entry.text("type")
            wrong = bedrock.given(entry, models=not later)
            if wrong and kind in known_types(config.release) and kind not in fitting:
                yield self.finding(
                    config,
                    entry.origin(*wrong),
                    f"`{entry.name(wrong[0])}` is set on a provider of the type `{kind}`",
                    path=f"{entry.path}.{wrong[0]}",
                    why="the server refuses to start: only Anthropic models are reached through Bedrock",
                    help=f"remove the Bedrock keys, or set `{entry.name('type')}` to {' or '.join(f'`{word}`' for word in fitting)}",
                    about=entry.about(*wrong, "type"),
                )


RULE = BedrockKeyOnOtherType()
