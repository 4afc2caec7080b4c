"""SRV006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given, names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class MetricsSettingsIgnored(Rule):
    """Metrics have settings but are off.

    What: Metrics of agents, of the database, or their labels are set while metrics are off.

    Why: The server reads none of them.

    Wrong:
    ```env
    CODER_PROMETHEUS_COLLECT_AGENT_STATS=true
    ```

    Right:
    ```env
    CODER_PROMETHEUS_ENABLE=true
    CODER_PROMETHEUS_COLLECT_AGENT_STATS=true
    ```
    """

    code = "SRV006"
    name = "metrics-settings-ignored"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("prometheus.collect_agent_stats", "prometheus.collect_db_metrics", "prometheus.aggregate_agent_stats_by")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The address alone is harmless."""
        ignored = [path for path in self.triggers if config.is_set(path) and is_given(config, path)]
        if ignored and not config.get("prometheus.enable"):
            yield self.finding(
                config,
                ignored[0],
                f"`{config.name(ignored[0])}` has no effect while metrics are off",
                why="the server reads no other metrics option then",
                help=f"set `{config.name('prometheus.enable')}` to true",
                about=names(config, *ignored),
            )


RULE = MetricsSettingsIgnored()
