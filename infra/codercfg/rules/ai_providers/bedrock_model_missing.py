"""AIP117."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers import bedrock
from codercfg.rules.ai_providers.types import known_types
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class BedrockModelMissing(Rule):
    """A provider that talks to Bedrock has no model ids.

    What: An indexed AI provider talks to Bedrock but does not set both `BEDROCK_MODEL` and
    `BEDROCK_SMALL_FAST_MODEL`. Unlike the older options, the indexed ones have no defaults for them.

    Why: The server starts, and every request to Bedrock fails.

    Wrong:
    ```env
    # release: 2.33
    CODER_AIBRIDGE_PROVIDER_0_TYPE=anthropic
    CODER_AIBRIDGE_PROVIDER_0_BEDROCK_REGION=us-east-1
    CODER_AIBRIDGE_PROVIDER_0_BEDROCK_ACCESS_KEY=AKIAMADEUP
    CODER_AIBRIDGE_PROVIDER_0_BEDROCK_ACCESS_KEY_SECRET=made-up
    ```

    Right:
    ```env
    # release: 2.33
    CODER_AIBRIDGE_PROVIDER_0_TYPE=anthropic
    CODER_AIBRIDGE_PROVIDER_0_BEDROCK_REGION=us-east-1
    CODER_AIBRIDGE_PROVIDER_0_BEDROCK_ACCESS_KEY=AKIAMADEUP
    CODER_AIBRIDGE_PROVIDER_0_BEDROCK_ACCESS_KEY_SECRET=made-up
    CODER_AIBRIDGE_PROVIDER_0_BEDROCK_MODEL=anthropic.claude-large
    CODER_AIBRIDGE_PROVIDER_0_BEDROCK_SMALL_FAST_MODEL=anthropic.claude-small
    ```
    """

    code = "AIP117"
    name = "bedrock-model-missing"
    severity = Severity.WARNING
    since = "2.33"
    until = "2.37"
    source = "coder/aibridge provider/anthropic.go"
    triggers = ("@providers.bedrock",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One finding a provider."""
        for entry in entries(config, PROVIDERS):
            missing = [key for key in bedrock.MODELS if not entry.is_given(key)]
            if missing and bedrock.is_bedrock(entry) and entry.text("type") in known_types(config.release):
                yield self.finding(
                    config,
                    entry.origin(*missing, "type"),
                    f"{' and '.join(f'`{entry.name(key)}`' for key in missing)} {'are' if len(missing) > 1 else 'is'} missing",
                    path=f"{entry.path}.{missing[0]}",
                    why="the server starts, but every request to Bedrock fails: indexed providers have no default models",
                    help="set both model ids",
                    about=entry.about(*missing, *bedrock.given(entry), "type"),
                )


RULE = BedrockModelMissing()
