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
                "Intended to copy log lines into traces as span events. No consumer in 2.33 or 2.34; enabling traces already copies logs."
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
            description=("Sends Go runtime traces and profiles to a Datadog agent on the same machine. Meant for Coder's own debugging."),
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
                "Exports OpenTelemetry traces to the collector named by the standard OTEL variables. Exporter is built "
                "without TLS; also feeds log lines into spans."
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
            description=(
                "Key that by itself switches on trace export to the Honeycomb service. Sends traces to a third party, even "
                "with the general trace switch off."
            ),
            group="Introspection / Tracing",
            secret=True,
            upstream_secret=True,
            workspace_proxy=True,
        ),
    ] = None
