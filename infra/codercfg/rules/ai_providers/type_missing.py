"""AIP101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_providers.types import types_of
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TypeMissing(Rule):
    """An AI provider has no type.

    What: Some key of an indexed AI provider is set, but not its type. An unknown key is enough to make the entry exist.

    Why: The server stops at start, even when the gateway is switched off.

    Wrong:
    ```env
    CODER_AIBRIDGE_PROVIDER_0_NAME=openai-eu
    ```

    Right:
    ```env
    CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
    CODER_AIBRIDGE_PROVIDER_0_NAME=openai-eu
    ```
    """

    code = "AIP101"
    name = "type-missing"
    since = "2.33"
    until = "2.37"
    source = "coder/coder cli/server.go (#23948)"
    triggers = ("@providers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Every entry needs a type."""
        for entry in entries(config, PROVIDERS):
            if not entry.text("type"):
                yield self.finding(
                    config,
                    entry.origin("type"),
                    f"`{entry.name('type')}` is missing" if entry.get("type") is None else f"`{entry.name('type')}` is empty",
                    path=f"{entry.path}.type",
                    why="the server stops: every AI provider needs a type",
                    help=f"set it to one of {types_of(config.release)}, or remove the other keys of this entry",
                    about=entry.about("type"),
                )


RULE = TypeMissing()
