"""HYG009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class NullIsText(Rule):
    """A null in the server's YAML file is text.

    What: A text option or URL in the server's YAML file is `null` or `~`.

    Why: The server takes the word itself for the value.

    Wrong:
    ```yaml
    cacheDir: null
    ```

    Right:
    ```yaml
    cacheDir: /var/cache/coder
    ```
    """

    code = "HYG009"
    name = "null-is-text"
    severity = Severity.WARNING
    source = "serpent yaml.go"
    triggers = ("@always",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """An empty value is an empty text."""
        for path, setting in config.settings.items():
            text = getattr(setting.value, "text", setting.value)
            if setting.origin.source == "yaml" and isinstance(text, str) and text in {"null", "~", "Null", "NULL"}:
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` is the text {text}, not nothing",
                    why="the server takes the word itself for the value",
                    help="remove the line to leave the option unset",
                )


RULE = NullIsText()
