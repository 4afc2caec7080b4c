"""SRV018."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import refused_by_name
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class HideAiTasksRemoved(Rule):
    """The option that hides AI tasks was removed.

    What: The option that hides AI tasks is set by its variable, or in a stack, for a release that no longer has it;
    showing them has become an option of its own.

    Why: The server ignores the variable without a word. In a stack this is an error.

    Wrong:
    ```env
    # release: 2.37
    CODER_HIDE_AI_TASKS=true
    ```

    Right:
    ```env
    # release: 2.34
    CODER_HIDE_AI_TASKS=true
    ```
    """

    code = "SRV018"
    name = "hide-ai-tasks-removed"
    severity = Severity.WARNING
    since = "2.37"
    inferred = True
    source = "coder/coder #28008"
    triggers = ("hide_ai_tasks",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """What the server takes in silence stops a stack, which must not lose options."""
        if not refused_by_name(config, "hide_ai_tasks"):
            yield self.finding(
                config,
                "hide_ai_tasks",
                f"`{config.name('hide_ai_tasks')}` does not exist in {config.release.series}",
                why="the server ignores it",
                help="remove it; CODER_ENABLE_AI_TASKS decides now whether tasks are shown",
                severity=Severity.WARNING if config.kind == "server" else Severity.ERROR,
            )


RULE = HideAiTasksRemoved()
