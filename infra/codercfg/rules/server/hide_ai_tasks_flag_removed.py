"""SRV019."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import refused_by_name
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class HideAiTasksFlagRemoved(Rule):
    """The flag and the YAML key that hide AI tasks were removed.

    What: The option that hides AI tasks is set by its flag or in the YAML file, for a release that no longer has it;
    showing them has become an option of its own.

    Why: The server does not know the name, and refuses to start.

    Wrong:
    ```yaml
    # release: 2.37
    client:
      hideAITasks: true
    ```

    Right:
    ```yaml
    # release: 2.34
    client:
      hideAITasks: true
    ```
    """

    code = "SRV019"
    name = "hide-ai-tasks-flag-removed"
    since = "2.37"
    inferred = True
    source = "coder/coder #28008"
    triggers = ("hide_ai_tasks",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Stops before anything else is read."""
        if refused_by_name(config, "hide_ai_tasks"):
            yield self.finding(
                config,
                "hide_ai_tasks",
                f"`{config.name('hide_ai_tasks')}` does not exist in {config.release.series}",
                why="the server refuses to start: it does not know the name",
                help="remove it; CODER_ENABLE_AI_TASKS decides now whether tasks are shown",
            )


RULE = HideAiTasksFlagRemoved()
