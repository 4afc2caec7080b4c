"""AIP122."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_providers import legacy
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProviderOptionsRemoved(Rule):
    """The release has no options for AI providers any more.

    What: An older option for OpenAI, Anthropic or Bedrock is set, and the release is 2.38 or later.

    Why: The release dropped them: a variable is ignored without a word, a flag or a YAML key stops the server.

    Wrong:
    ```env
    # release: 2.38
    CODER_AI_GATEWAY_OPENAI_KEY=made-up
    ```

    Right:
    ```env
    # release: 2.38
    CODER_AI_GATEWAY_ENABLED=true
    ```
    """

    code = "AIP122"
    name = "provider-options-removed"
    since = "2.38"
    source = "coder/coder #29053"
    inferred = True
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
        """Each option by itself: each is a line to remove."""
        for path in legacy.ALL:
            if config.is_set(path):
                source = config.origin(path).source
                stops = source in {"flag", "yaml"}
                yield self.finding(
                    config,
                    path,
                    f"Coder {config.release} no longer has `{config.name(path)}`",
                    why="the server refuses to start: it does not know the name" if stops else "the server ignores it without a word",
                    help="set up the provider in the product, through its API or with Terraform",
                )


RULE = ProviderOptionsRemoved()
