"""AIP115."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers import bedrock, credentials
from codercfg.rules.ai_providers.types import is_database_seed, known_types
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class BedrockWithApiKey(Rule):
    """A provider that talks to Bedrock has a vendor key.

    What: `KEY` or `KEYS` is set on an indexed AI provider of the type `bedrock`, or on one of the type `anthropic`
    together with Bedrock keys.

    Why: From 2.34 on the server stops at start. In 2.33 Bedrock wins at each request, and the key is never used.

    Wrong:
    ```env
    # release: 2.34
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=bedrock
    CODER_AI_GATEWAY_PROVIDER_0_KEY=made-up
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_REGION=us-east-1
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_MODEL=anthropic.claude-large
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_SMALL_FAST_MODEL=anthropic.claude-small
    ```

    Right:
    ```env
    # release: 2.34
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=bedrock
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_REGION=us-east-1
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_MODEL=anthropic.claude-large
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_SMALL_FAST_MODEL=anthropic.claude-small
    ```
    """

    code = "AIP115"
    name = "bedrock-with-api-key"
    since = "2.33"
    until = "2.37"
    source = "coder/coder #24895, #25722"
    triggers = ("@providers.bedrock",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """An empty key is another finding."""
        fatal = is_database_seed(config.release)
        for entry in entries(config, PROVIDERS):
            unknown = entry.text("type") not in known_types(config.release)
            if unknown or not bedrock.is_bedrock(entry) or not credentials.is_given(entry, credentials.API_KEY):
                continue
            key = credentials.written(entry, credentials.API_KEY)
            yield self.finding(
                config,
                entry.origin(key),
                f"`{entry.name(key)}` is set on a provider that talks to Bedrock",
                path=f"{entry.path}.{key}",
                why="the server refuses to start" if fatal else "requests go to Bedrock and the key is never used",
                help="remove the key, or remove the Bedrock keys and set the type to `anthropic`",
                about=entry.about(key, *bedrock.given(entry), "type"),
                severity=Severity.ERROR if fatal else Severity.WARNING,
            )


RULE = BedrockWithApiKey()
