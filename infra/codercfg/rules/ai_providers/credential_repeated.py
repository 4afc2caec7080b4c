"""AIP110."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_providers import credentials
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import NotChecked, Rule
from codercfg.values.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class CredentialRepeated(Rule):
    """A list of credentials of an AI provider holds one twice.

    What: `KEYS`, or one of the Bedrock lists, of an indexed AI provider holds the same credential twice, once white
    space around it is taken off.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_KEYS=made-up-1,made-up-1
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_KEYS=made-up-1,made-up-2
    ```
    """

    code = "AIP110"
    name = "credential-repeated"
    since = "2.34"
    until = "2.37"
    source = "coder/coder #24683"
    triggers = ("@providers.lists",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Empty items are another finding."""
        for entry in entries(config, PROVIDERS):
            for pair in credentials.PAIRS:
                if entry.get(pair[1]) is not None and not entry.is_known(pair[1]):
                    value = entry.get(pair[1])
                    where = f"lie in {value.home}" if isinstance(value, Reference) else "are encrypted"
                    yield NotChecked(f"the items of `{entry.name(pair[1])}` were not looked at: they {where}")
                found = [item for item in credentials.items(entry, pair) or () if item]
                if len(set(found)) < len(found):
                    key = credentials.written(entry, pair)
                    yield self.finding(
                        config,
                        entry.origin(key),
                        f"`{entry.name(key)}` holds the same credential more than once",
                        path=f"{entry.path}.{key}",
                        why="the server refuses to start",
                        help="list each credential once",
                        about=entry.about(key),
                    )


RULE = CredentialRepeated()
