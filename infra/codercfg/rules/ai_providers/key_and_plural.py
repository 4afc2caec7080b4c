"""AIP108."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Related, Severity
from codercfg.rules.ai_providers import credentials
from codercfg.rules.ai_providers.types import is_database_seed
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class KeyAndPlural(Rule):
    """A credential of an AI provider is set in the singular and in the plural.

    What: Both `KEY` and `KEYS` of an indexed AI provider are set, or both spellings of the Bedrock access key or
    secret; empty ones count.

    Why: From 2.34 on the server stops at start. 2.33 takes the plural without a word, even when it is empty.

    Wrong:
    ```env
    # release: 2.34
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_KEY=made-up-1
    CODER_AI_GATEWAY_PROVIDER_0_KEYS=made-up-2
    ```

    Right:
    ```env
    # release: 2.34
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_KEYS=made-up-1,made-up-2
    ```
    """

    code = "AIP108"
    name = "key-and-plural"
    since = "2.33"
    until = "2.37"
    source = "coder/coder #24377"
    triggers = ("@providers.lists",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Each pair by itself."""
        fatal = is_database_seed(config.release)
        for entry in entries(config, PROVIDERS):
            for one, several in credentials.PAIRS:
                if entry.get(one) is not None and entry.get(several) is not None:
                    yield self.finding(
                        config,
                        entry.origin(several),
                        f"both `{entry.name(one)}` and `{entry.name(several)}` are set",
                        path=f"{entry.path}.{several}",
                        why="the server refuses to start" if fatal else f"the server takes `{entry.name(several)}` and drops the other",
                        help="keep one of them",
                        about=entry.about(one, several),
                        related=(Related("the other one is set here", entry.origin(one)),),
                        severity=Severity.ERROR if fatal else Severity.WARNING,
                    )


RULE = KeyAndPlural()
