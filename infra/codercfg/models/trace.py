"""Export of traces."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Secret
from codercfg.options.opt import Opt


class TraceConfig(Group):
    """Export of traces."""

    capture_logs: Annotated[
        Boolean,
        Opt(
            name="Capture Logs in Traces",
            env="CODER_TRACE_LOGS",
            flag="trace-logs",
            yaml="introspection.tracing.captureLogs",
            description=(
                "Was meant to copy log lines into traces; no release does anything with it, because `trace.enable` already copies them."
            ),
            group="Introspection / Tracing",
            workspace_proxy=True,
        ),
    ] = None
    data_dog: Annotated[
        Boolean,
        Opt(
            name="Send Go runtime traces to DataDog",
            env="CODER_TRACE_DATADOG",
            flag="trace-datadog",
            yaml="introspection.tracing.dataDog",
            description=(
                "Sends runtime traces and profiles of the server to a Datadog agent on the same machine. Meant for those who debug Coder "
                "itself."
            ),
            default="false",
            group="Introspection / Tracing",
            hidden=True,
            workspace_proxy=True,
        ),
    ] = None
    enable: Annotated[
        Boolean,
        Opt(
            name="Trace Enable",
            env="CODER_TRACE_ENABLE",
            flag="trace",
            yaml="introspection.tracing.enable",
            description=(
                "Exports OpenTelemetry traces, log lines included, to the collector that the standard `OTEL_…` variables name. The "
                "connection to it is not encrypted."
            ),
            group="Introspection / Tracing",
            workspace_proxy=True,
        ),
    ] = None
    honeycomb_api_key: Annotated[
        Secret,
        Opt(
            name="Trace Honeycomb API Key",
            env="CODER_TRACE_HONEYCOMB_API_KEY",
            flag="trace-honeycomb-api-key",
            yaml=None,
            description="Key for the Honeycomb service. Setting it sends traces to that third party, even when `trace.enable` is off.",
            group="Introspection / Tracing",
            secret=True,
            upstream_secret=True,
            workspace_proxy=True,
        ),
    ] = None
