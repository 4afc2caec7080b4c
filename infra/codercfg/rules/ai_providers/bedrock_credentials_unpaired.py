"""AIP112."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers import credentials
from codercfg.rules.ai_providers.types import is_database_seed
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import NotChecked, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_PAIRS = (credentials.ACCESS_KEY, credentials.ACCESS_SECRET)


class BedrockCredentialsUnpaired(Rule):
    """Bedrock access keys and secrets of an AI provider do not pair up.

    What: An indexed AI provider has a Bedrock access key without a secret, a secret without an access key, or lists
    of them of different length.

    Why: From 2.34 on the server stops at start. 2.33 starts, and every request to Bedrock fails.

    Wrong:
    ```env
    # release: 2.34
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=bedrock
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_REGION=us-east-1
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_ACCESS_KEY=AKIAMADEUP
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_MODEL=anthropic.claude-large
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_SMALL_FAST_MODEL=anthropic.claude-small
    ```

    Right:
    ```env
    # release: 2.34
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=bedrock
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_REGION=us-east-1
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_ACCESS_KEY=AKIAMADEUP
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_ACCESS_KEY_SECRET=made-up
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_MODEL=anthropic.claude-large
    CODER_AI_GATEWAY_PROVIDER_0_BEDROCK_SMALL_FAST_MODEL=anthropic.claude-small
    ```
    """

    code = "AIP112"
    name = "bedrock-credentials-unpaired"
    since = "2.33"
    until = "2.37"
    source = "coder/coder #24683"
    triggers = ("@providers.bedrock",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """On other types the mere presence of Bedrock keys is the finding."""
        fatal = is_database_seed(config.release)
        for entry in entries(config, PROVIDERS):
            if not any(credentials.is_set(entry, pair) for pair in _PAIRS):
                continue
            if entry.text("type") not in {"anthropic", "bedrock"} or not all(credentials.is_sound(entry, pair) for pair in _PAIRS):
                continue
            keys, secrets = (credentials.count(entry, pair) if fatal else int(credentials.is_given(entry, pair)) for pair in _PAIRS)
            written = [name for pair in _PAIRS for name in pair if entry.get(name) is not None]
            if keys is None or secrets is None:
                yield NotChecked(
                    "whether Bedrock access keys and secrets pair up was not checked where they are encrypted or lie elsewhere"
                )
            elif keys != secrets:
                yield self.finding(
                    config,
                    entry.origin(*written),
                    f"`{entry.label}` does not have as many Bedrock secrets ({secrets}) as access keys ({keys})",
                    path=f"{entry.path}.{written[0]}",
                    why="the server refuses to start" if fatal else "the server starts, but every request to Bedrock fails",
                    help="set a secret for each access key, in the same order, or neither to use the pod's own AWS identity",
                    about=entry.about(*written),
                    severity=Severity.ERROR if fatal else Severity.WARNING,
                )


RULE = BedrockCredentialsUnpaired()
