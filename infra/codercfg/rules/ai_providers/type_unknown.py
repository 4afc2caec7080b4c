"""AIP102."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.nearest import did_you_mean
from codercfg.rules.ai_providers.types import known_types, types_of
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TypeUnknown(Rule):
    """An AI provider has a type that the release does not know.

    What: The type of an indexed AI provider is not exactly one that the release knows. Upper and lower case count,
    and so does white space.

    Why: The server stops at start, even when the gateway is switched off.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=OpenAI
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    ```
    """

    code = "AIP102"
    name = "type-unknown"
    since = "2.33"
    until = "2.37"
    source = "coder/coder cli/server.go (#23948)"
    triggers = ("@providers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The word itself is not repeated: people paste keys into wrong variables."""
        known = known_types(config.release)
        for entry in entries(config, PROVIDERS):
            text = entry.text("type")
            if text and text not in known:
                yield self.finding(
                    config,
                    entry.origin("type"),
                    f"`{entry.name('type')}` is no type of AI provider that Coder {config.release} knows",
                    path=f"{entry.path}.type",
                    why="the server refuses to start; it compares the word exactly, case and white space included",
                    help=did_you_mean(text.strip(), known, f"write one of {types_of(config.release)}"),
                    about=entry.about("type"),
                )


RULE = TypeUnknown()
