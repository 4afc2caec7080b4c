"""AIP118."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers import bedrock
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class BedrockRegionMissing(Rule):
    """A provider has Bedrock credentials but no region.

    What: An indexed AI provider has Bedrock credentials, but neither a region nor a base URL of Bedrock.

    Why: The server starts, and every request to Bedrock fails: nothing says where it is.

    Wrong:
    ```env
    # release: 2.33
    CODER_AIBRIDGE_PROVIDER_0_TYPE=anthropic
    CODER_AIBRIDGE_PROVIDER_0_BEDROCK_ACCESS_KEY=AKIAMADEUP
    CODER_AIBRIDGE_PROVIDER_0_BEDROCK_ACCESS_KEY_SECRET=made-up
    CODER_AIBRIDGE_PROVIDER_0_BEDROCK_MODEL=anthropic.claude-large
    CODER_AIBRIDGE_PROVIDER_0_BEDROCK_SMALL_FAST_MODEL=anthropic.claude-small
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

    code = "AIP118"
    name = "bedrock-region-missing"
    severity = Severity.WARNING
    since = "2.33"
    until = "2.37"
    source = "coder/aibridge provider/anthropic.go"
    triggers = ("@providers.bedrock",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """On other types the mere presence of Bedrock keys is the finding."""
        for entry in entries(config, PROVIDERS):
            found = bedrock.given(entry)
            if found and entry.text("type") in {"anthropic", "bedrock"} and not any(entry.is_given(key) for key in bedrock.ADDRESS):
                yield self.finding(
                    config,
                    entry.origin(*found),
                    f"`{entry.name('bedrock_region')}` is missing beside Bedrock credentials",
                    path=f"{entry.path}.bedrock_region",
                    why="the server starts, but every request to Bedrock fails: nothing says where it is",
                    help="set the region, or the base URL of Bedrock",
                    about=entry.about(*found),
                )


RULE = BedrockRegionMissing()
