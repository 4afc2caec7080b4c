"""HYG010."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.hygiene.by_kind import settings_of
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class QuotesKept(Rule):
    """A text keeps its quotes.

    What: A text option begins and ends with the same quote. Shells and dotenv files remove quotes, Kubernetes
    manifests and container runtimes do not.

    Why: The quotes belong to the value.

    Wrong:
    ```env
    CODER_CACHE_DIRECTORY='/var/cache/coder'
    ```

    Right:
    ```env
    CODER_CACHE_DIRECTORY=/var/cache/coder
    ```
    """

    code = "HYG010"
    name = "quotes-kept"
    severity = Severity.WARNING
    source = "serpent String"
    triggers = ("@always",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Quotes inside a text are fine."""
        for path, setting in settings_of(config, "text"):
            text = setting.value
            if len(text) > 1 and text[0] in "'\"" and text[0] == text[-1]:
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` keeps its quotes",
                    why="nothing removes them, so they belong to the value",
                    help="remove the quotes",
                )


RULE = QuotesKept()
