"""The metrics listener."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, HostPort, TextList
from codercfg.options.opt import Opt


class PrometheusConfig(Group):
    """The metrics listener."""

    address: Annotated[
        HostPort,
        Opt(
            name="Prometheus Address",
            env="CODER_PROMETHEUS_ADDRESS",
            flag="prometheus-address",
            yaml="introspection.prometheus.address",
            description=(
                "Address of the metrics page when metrics are on. `host:port`. No authentication; beyond loopback it "
                "reveals user and workspace names."
            ),
            default="127.0.0.1:2112",
            group="Introspection / Prometheus",
            workspace_proxy=True,
        ),
    ] = None
    aggregate_agent_stats_by: Annotated[
        TextList,
        Opt(
            name="Prometheus Aggregate Agent Stats By",
            env="CODER_PROMETHEUS_AGGREGATE_AGENT_STATS_BY",
            flag="prometheus-aggregate-agent-stats-by",
            yaml="introspection.prometheus.aggregate_agent_stats_by",
            description=(
                "Labels that stay on agent metrics; fewer labels mean fewer time series. CSV of `agent_name`, `username`, "
                "`template_name`, `workspace_name`. Read only with agent stats on; unknown label stops start-up."
            ),
            default="agent_name,template_name,username,workspace_name",
            group="Introspection / Prometheus",
            validated=True,
        ),
    ] = None
    collect_agent_stats: Annotated[
        Boolean,
        Opt(
            name="Prometheus Collect Agent Stats",
            env="CODER_PROMETHEUS_COLLECT_AGENT_STATS",
            flag="prometheus-collect-agent-stats",
            yaml="introspection.prometheus.collect_agent_stats",
            description=(
                "Publishes figures per workspace agent, such as traffic and open connections. Many time series; works only with metrics on."
            ),
            group="Introspection / Prometheus",
        ),
    ] = None
    collect_db_metrics: Annotated[
        Boolean,
        Opt(
            name="Prometheus Collect Database Metrics",
            env="CODER_PROMETHEUS_COLLECT_DB_METRICS",
            flag="prometheus-collect-db-metrics",
            yaml="introspection.prometheus.collect_db_metrics",
            description=(
                "Adds timings for each kind of database query to the published metrics. Many time series; works only with metrics on."
            ),
            default="false",
            group="Introspection / Prometheus",
        ),
    ] = None
    enable: Annotated[
        Boolean,
        Opt(
            name="Prometheus Enable",
            env="CODER_PROMETHEUS_ENABLE",
            flag="prometheus-enable",
            yaml="introspection.prometheus.enable",
            description=(
                "Switches the metrics listener and its background collectors on. Other Prometheus options do nothing while this is off."
            ),
            group="Introspection / Prometheus",
            workspace_proxy=True,
        ),
    ] = None
