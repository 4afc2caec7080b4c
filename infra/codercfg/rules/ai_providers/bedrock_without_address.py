"""AIP116."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_providers import bedrock, credentials
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.items import Entry
    from codercfg.rules.rule import Outcome


def _has_empty_credential(entry: Entry) -> bool:
    return any(credentials.is_set(entry, pair) for pair in (credentials.ACCESS_KEY, credentials.ACCESS_SECRET))


class BedrockWithoutAddress(Rule):
    """A provider of the type bedrock has neither address nor credentials.

    What: An indexed AI provider of the type `bedrock` has no region, no base URL and no credentials. Model ids are
    not enough.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=bedrock
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

    code = "AIP116"
    name = "bedrock-without-address"
    since = "2.34"
    until = "2.37"
    source = "coder/coder #25722"
    triggers = ("@providers.bedrock",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Credentials that are set but empty are another finding."""
        for entry in entries(config, PROVIDERS):
            if entry.text("type") == "bedrock" and not bedrock.given(entry) and not _has_empty_credential(entry):
                yield self.finding(
                    config,
                    entry.origin("type"),
                    f"`{entry.label}` has neither a Bedrock region nor a base URL nor credentials",
                    path=f"{entry.path}.bedrock_region",
                    why="the server refuses to start: nothing says where Bedrock is",
                    help=f"set `{entry.name('bedrock_region')}`",
                    about=entry.about("type", *bedrock.MODELS),
                )


RULE = BedrockWithoutAddress()
