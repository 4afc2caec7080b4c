"""AIP122."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers import legacy
from codercfg.rules.reading import refused_by_name
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProviderOptionsRemoved(Rule):
    """The release has no variables for AI providers any more.

    What: An older option for OpenAI, Anthropic or Bedrock is set by its variable, or in a stack, and the release is
    2.38 or later.

    Why: The server ignores the variable without a word, and the provider is not there. In a stack this is an error.

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
    severity = Severity.WARNING
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
        """Each option by itself: each is a line to remove. What the server takes in silence stops a stack, which must not lose options."""
        for path in legacy.ALL:
            if config.is_set(path) and not refused_by_name(config, path):
                yield self.finding(
                    config,
                    path,
                    f"Coder {config.release} no longer has `{config.name(path)}`",
                    why="the server ignores it without a word",
                    help="set up the provider in the product, through its API or with Terraform",
                    severity=Severity.WARNING if config.kind == "server" else Severity.ERROR,
                )


RULE = ProviderOptionsRemoved()
