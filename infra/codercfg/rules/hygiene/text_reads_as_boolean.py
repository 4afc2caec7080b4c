"""HYG003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.hygiene.by_kind import settings_of
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_WORDS = frozenset(("true", "false", "yes", "no", "on", "off"))


class TextReadsAsBoolean(Rule):
    """A text option holds a word for yes or no.

    What: An option that takes text is `true`, `false`, `yes`, `no`, `on` or `off`.

    Why: The server takes the word as text: it becomes a message, a path or a name.

    Wrong:
    ```env
    CODER_CLI_UPGRADE_MESSAGE=true
    ```

    Right:
    ```env
    CODER_CLI_UPGRADE_MESSAGE=Ask the platform team for the new version
    ```
    """

    code = "HYG003"
    name = "text-reads-as-boolean"
    severity = Severity.WARNING
    source = "codercfg"
    triggers = ("@always",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Options that are booleans have another kind."""
        for path, setting in settings_of(config, "text"):
            if setting.value.lower() in _WORDS:
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` takes text, not yes or no",
                    why="the server takes the word itself for the text, path or name",
                    help="write the text that is meant, or remove it",
                )


RULE = TextReadsAsBoolean()
