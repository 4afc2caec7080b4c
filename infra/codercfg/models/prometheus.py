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
                "Address of the metrics page, as `host:port`; used only with `prometheus.enable`. It asks for no login and shows names of "
                "users and workspaces."
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
                "Labels that stay on the metrics of agents; fewer labels make fewer time series. Each item is `agent_name`, "
                "`template_name`, `username` or `workspace_name`, in lower case; used only with `prometheus.collect_agent_stats`."
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
                "Adds figures of each workspace agent to the metrics, such as traffic and open connections. Makes many time series; used "
                "only with `prometheus.enable`."
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
                "Adds the time taken by each kind of database query to the metrics. Makes many time series; used only with "
                "`prometheus.enable`."
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
                "Serves metrics on `prometheus.address` and runs what collects them. The other Prometheus options do nothing while this is "
                "off."
            ),
            group="Introspection / Prometheus",
            workspace_proxy=True,
        ),
    ] = None
