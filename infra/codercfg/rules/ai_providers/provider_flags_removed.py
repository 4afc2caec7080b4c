"""AIP129."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_providers import legacy
from codercfg.rules.reading import refused_by_name
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProviderFlagsRemoved(Rule):
    """The release has no flags and YAML keys for AI providers any more.

    What: An older option for OpenAI, Anthropic or Bedrock is set by a flag or in the YAML file, and the release is 2.38
    or later.

    Why: The server does not know the name, and refuses to start.

    Wrong:
    ```yaml
    # release: 2.38
    ai_gateway:
      openai_base_url: https://models.example.com/v1
    ```

    Right:
    ```yaml
    # release: 2.38
    ai_gateway:
      enabled: true
    ```
    """

    code = "AIP129"
    name = "provider-flags-removed"
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
            if config.is_set(path) and refused_by_name(config, path):
                yield self.finding(
                    config,
                    path,
                    f"Coder {config.release} no longer has `{config.name(path)}`",
                    why="the server refuses to start: it does not know the name",
                    help="remove it, and set up the provider in the product, through its API or with Terraform",
                )


RULE = ProviderFlagsRemoved()
