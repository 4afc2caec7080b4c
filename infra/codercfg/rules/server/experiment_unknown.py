"""SRV002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.diagnostics.nearest import did_you_mean
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_ALWAYS = frozenset(
    ("*", "example", "auto-fill-parameters", "notifications", "workspace-usage", "oauth2", "mcp-server-http", "workspace-build-updates"),
)
_ONLY_2_33 = frozenset(("agents",))
_FROM_2_34 = frozenset(("nats_pubsub", "minimum-implicit-member", "ai-gateway-cost-control", "agent-app-tabs"))


class ExperimentUnknown(Rule):
    """An experiment is unknown.

    What: An item of the experiments is none that the release has; case does not matter, blanks do.

    Why: The server logs a warning, and nothing changes.

    Wrong:
    ```env
    CODER_EXPERIMENTS=oauth3
    ```

    Right:
    ```env
    CODER_EXPERIMENTS=oauth2
    ```
    """

    code = "SRV002"
    name = "experiment-unknown"
    severity = Severity.WARNING
    since = "2.33"
    source = "coder/coder codersdk/deployment.go"
    triggers = ("experiments",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A star stands for all safe ones."""
        known = _ALWAYS | (_FROM_2_34 if config.release.at_least("2.34") else _ONLY_2_33)
        for number, item in enumerate(config.get("experiments"), 1):
            if item.lower() not in known:
                yield self.finding(
                    config,
                    "experiments",
                    f"item {number} of `{config.name('experiments')}` is no experiment of {config.release.series}",
                    why="the server logs a warning, and nothing changes",
                    help=did_you_mean(item, known, "remove it; it may belong to another release"),
                )


RULE = ExperimentUnknown()
