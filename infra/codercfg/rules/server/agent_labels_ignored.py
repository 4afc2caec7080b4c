"""SRV007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class AgentLabelsIgnored(Rule):
    """Labels of agent metrics are set, but there are no such metrics.

    What: The labels that stay on agent metrics are set while agent metrics are off.

    Why: The server does not read the labels.

    Wrong:
    ```env
    CODER_PROMETHEUS_ENABLE=true
    CODER_PROMETHEUS_AGGREGATE_AGENT_STATS_BY=username
    ```

    Right:
    ```env
    CODER_PROMETHEUS_ENABLE=true
    CODER_PROMETHEUS_COLLECT_AGENT_STATS=true
    CODER_PROMETHEUS_AGGREGATE_AGENT_STATS_BY=username
    ```
    """

    code = "SRV007"
    name = "agent-labels-ignored"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("prometheus.aggregate_agent_stats_by",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """With metrics off another rule says so."""
        labels, stats = "prometheus.aggregate_agent_stats_by", "prometheus.collect_agent_stats"
        if config.get("prometheus.enable") and config.get(labels) and not config.get(stats):
            yield self.finding(
                config,
                labels,
                f"`{config.name(labels)}` has no effect without `{config.name(stats)}`",
                why="the server publishes no agent metrics",
                help=f"set `{config.name(stats)}` to true",
            )


RULE = AgentLabelsIgnored()
