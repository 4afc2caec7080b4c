"""AIP120."""

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


class AnthropicWithBedrockReseeded(Rule):
    """An Anthropic provider with Bedrock keys starts only once.

    What: An indexed AI provider of the type `anthropic` has Bedrock keys, and the release copies providers into its
    database.

    Why: The first start stores the provider as type `bedrock`; at the next start it differs from the variables, and
    the server stops. With the AI proxy on, even the first start fails.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=anthropic
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_REGION=us-east-1
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_MODEL=anthropic.claude-large
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_SMALL_FAST_MODEL=anthropic.claude-small
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=bedrock
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_REGION=us-east-1
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_MODEL=anthropic.claude-large
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_SMALL_FAST_MODEL=anthropic.claude-small
    ```
    """

    code = "AIP120"
    name = "anthropic-with-bedrock-reseeded"
    severity = Severity.WARNING
    since = "2.34"
    until = "2.37"
    source = "coder/coder #26155"
    triggers = ("@providers.bedrock",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A vendor key beside them already stops the first start."""
        proxy = bool(config.get("ai.aibridge_proxy.enabled"))
        for entry in entries(config, PROVIDERS):
            found = bedrock.given(entry)
            if found and entry.text("type") == "anthropic" and not credentials.is_given(entry, credentials.API_KEY):
                yield self.finding(
                    config,
                    entry.origin("type"),
                    f"`{entry.name('type')}` is `anthropic` on a provider with Bedrock keys",
                    path=f"{entry.path}.type",
                    why="with the AI proxy on, the server refuses to start"
                    if proxy
                    else "the first start stores it as `bedrock`; every later start fails because it differs from the variables",
                    help="set the type to `bedrock`",
                    about=entry.about("type", *found),
                    severity=Severity.ERROR if proxy else Severity.WARNING,
                )


RULE = AnthropicWithBedrockReseeded()
