"""AIP114."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers import credentials
from codercfg.rules.ai_providers.types import is_database_seed
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class CopilotWithKey(Rule):
    """A Copilot provider has a key.

    What: `KEY` or `KEYS` is set on an indexed AI provider of the type `copilot`, whose users bring their own GitHub
    token.

    Why: From 2.34 on the server stops at start. 2.33 ignores the key without a word.

    Wrong:
    ```env
    # release: 2.34
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=copilot
    CODER_AI_GATEWAY_PROVIDER_0_KEY=made-up
    ```

    Right:
    ```env
    # release: 2.34
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=copilot
    ```
    """

    code = "AIP114"
    name = "copilot-with-key"
    since = "2.33"
    until = "2.37"
    source = "coder/coder #24683"
    triggers = ("@providers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """An empty key is another finding."""
        fatal = is_database_seed(config.release)
        for entry in entries(config, PROVIDERS):
            if entry.text("type") == "copilot" and credentials.is_given(entry, credentials.API_KEY):
                key = credentials.written(entry, credentials.API_KEY)
                yield self.finding(
                    config,
                    entry.origin(key),
                    f"`{entry.name(key)}` is set on a provider of the type `copilot`",
                    path=f"{entry.path}.{key}",
                    why="the server refuses to start" if fatal else "the server ignores the key; later releases refuse to start",
                    help="remove it: users of Copilot bring their own token",
                    about=entry.about(key, "type"),
                    severity=Severity.ERROR if fatal else Severity.WARNING,
                )


RULE = CopilotWithKey()
