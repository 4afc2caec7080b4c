"""AIP113."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers import credentials
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class PluralNotSplit(Rule):
    """A list of keys is one key in this release.

    What: `KEYS`, or one of the Bedrock lists, of an indexed AI provider holds a comma, and the release is 2.33.

    Why: 2.33 takes the plural for another name of the singular and sends the whole text, commas included, as one
    key. From 2.34 on it is a list.

    Wrong:
    ```env
    CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
    CODER_AIBRIDGE_PROVIDER_0_KEYS=made-up-1,made-up-2
    ```

    Right:
    ```env
    CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
    CODER_AIBRIDGE_PROVIDER_0_KEY=made-up-1
    ```
    """

    code = "AIP113"
    name = "plural-not-split"
    severity = Severity.WARNING
    since = "2.33"
    until = "2.33"
    source = "coder/coder #23948, #24683"
    triggers = ("@providers.lists",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A credential with a comma of its own is not known to exist."""
        for entry in entries(config, PROVIDERS):
            for _one, several in credentials.PAIRS:
                if "," in (entry.secret(several) or ""):
                    yield self.finding(
                        config,
                        entry.origin(several),
                        f"`{entry.name(several)}` is not split at its commas by Coder {config.release}",
                        path=f"{entry.path}.{several}",
                        why="the whole text is sent as one key, and every request fails",
                        help="keep one key, or list a provider for each with a name of its own; 2.34 reads lists",
                        about=entry.about(several),
                    )


RULE = PluralNotSplit()
