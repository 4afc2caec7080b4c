"""How long the database keeps records."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Duration
from codercfg.options.opt import Opt


class RetentionConfig(Group):
    """How long the database keeps records."""

    api_keys: Annotated[
        Duration,
        Opt(
            name="API Keys Retention",
            env="CODER_API_KEYS_RETENTION",
            flag="api-keys-retention",
            yaml="retention.api_keys",
            description=(
                "Age, counted from expiry, at which dead API keys leave the database. Go duration with `d`; 0 or less = "
                "keep. Once deleted, callers get vaguer errors."
            ),
            default="7d",
            group="Retention",
        ),
    ] = None
    audit_logs: Annotated[
        Duration,
        Opt(
            name="Audit Logs Retention",
            env="CODER_AUDIT_LOGS_RETENTION",
            flag="audit-logs-retention",
            yaml="retention.audit_logs",
            description=(
                "Age at which entries of the audit trail are deleted. Go duration with `d`; 0 or less = keep. Default keeps"
                " all; a value deletes older evidence within minutes of start."
            ),
            default="0",
            group="Retention",
        ),
    ] = None
    boundary_logs: Annotated[
        Duration,
        Opt(
            name="Boundary Log Retention",
            env="CODER_BOUNDARY_LOG_RETENTION",
            flag="boundary-log-retention",
            yaml="retention.boundary_logs",
            description=(
                "Age at which recorded web requests of confined agents are deleted. Go duration with `d`; 0 or less = keep."
                " Deleted rows are gone."
            ),
            default="0",
            group="Retention",
        ),
    ] = None
    connection_logs: Annotated[
        Duration,
        Opt(
            name="Connection Logs Retention",
            env="CODER_CONNECTION_LOGS_RETENTION",
            flag="connection-logs-retention",
            yaml="retention.connection_logs",
            description=(
                "Age at which records of who connected to which workspace are deleted. Go duration with `d`; 0 or less = "
                "keep. Deleted rows are gone."
            ),
            default="0",
            group="Retention",
        ),
    ] = None
    workspace_agent_logs: Annotated[
        Duration,
        Opt(
            name="Workspace Agent Logs Retention",
            env="CODER_WORKSPACE_AGENT_LOGS_RETENTION",
            flag="workspace-agent-logs-retention",
            yaml="retention.workspace_agent_logs",
            description=(
                "Age at which agent logs of superseded builds are deleted; the newest build keeps its own. Go duration with"
                " `d`; 0 or less = keep. Default deletes after 7 days."
            ),
            default="7d",
            group="Retention",
        ),
    ] = None
