"""AIG017."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class DumpDirectory(Rule):
    """AI requests and answers are written to disk.

    What: A dump directory of the AI gateway or of its proxy is set.

    Why: Every prompt and every answer lies there in readable form, whoever they belong to, and fills the disk.

    Wrong:
    ```env
    CODER_AI_GATEWAY_DUMP_DIR=/tmp/ai
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_STRUCTURED_LOGGING=true
    ```
    """

    code = "AIG017"
    name = "dump-directory"
    severity = Severity.WARNING
    since = "2.34"
    source = "coder/coder #24837"
    triggers = (
        "ai.bridge.api_dump_dir",
        "ai.aibridge_proxy.api_dump_dir",
    )

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Meant for short debugging."""
        for path in self.triggers:
            if config.get(path):
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` writes all AI traffic to disk",
                    why="prompts and answers of all users lie there in readable form",
                    help="remove it once the problem is found",
                )


RULE = DumpDirectory()
