"""SRV010."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TerminalRendererUnknown(Rule):
    """The renderer of the web terminal is unknown.

    What: The renderer is none of `canvas`, `webgl` and `dom`.

    Why: The server accepts any text; browsers fall back to another renderer.

    Wrong:
    ```env
    CODER_WEB_TERMINAL_RENDERER=gpu
    ```

    Right:
    ```env
    CODER_WEB_TERMINAL_RENDERER=webgl
    ```
    """

    code = "SRV010"
    name = "terminal-renderer-unknown"
    severity = Severity.WARNING
    source = "coder/coder codersdk/deployment.go"
    triggers = ("web_terminal_renderer",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The server does not check it."""
        if config.get("web_terminal_renderer") not in {"canvas", "webgl", "dom"}:
            yield self.finding(
                config,
                "web_terminal_renderer",
                f"`{config.name('web_terminal_renderer')}` is no renderer",
                why="the server accepts any text, and browsers choose for themselves",
                help="write canvas, webgl or dom",
            )


RULE = TerminalRendererUnknown()
