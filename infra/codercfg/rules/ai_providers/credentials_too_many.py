"""AIP111."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_providers import credentials
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class CredentialsTooMany(Rule):
    """An AI provider has more than five credentials of one sort.

    What: `KEYS`, or one of the Bedrock lists, of an indexed AI provider has more than five items.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_KEYS=k1,k2,k3,k4,k5,k6
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_KEYS=k1,k2,k3,k4,k5
    ```
    """

    code = "AIP111"
    name = "credentials-too-many"
    since = "2.34"
    until = "2.37"
    source = "coder/coder #24683"
    triggers = ("@providers.lists",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Only lists can be too long."""
        for entry in entries(config, PROVIDERS):
            for pair in credentials.PAIRS:
                number = credentials.count(entry, pair) or 0
                if number > credentials.MOST:
                    yield self.finding(
                        config,
                        entry.origin(pair[1]),
                        f"`{entry.name(pair[1])}` has {number} items, but at most {credentials.MOST} are allowed",
                        path=f"{entry.path}.{pair[1]}",
                        why="the server refuses to start",
                        help="remove some, or spread them over several providers with names of their own",
                        about=entry.about(pair[1]),
                    )


RULE = CredentialsTooMany()
