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
                "How long after their expiry API keys are deleted; callers who still use them then get vaguer errors. A duration such as "
                "`7d`; 0 or less keeps them."
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
                "Age at which entries of the audit log are deleted. A duration such as `365d`; 0 or less, the default, keeps them. Older "
                "entries go within minutes of the first start with it, for good."
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
                "Age at which recorded web requests of confined agents are deleted for good. A duration such as `90d`; 0 or less, the "
                "default, keeps them."
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
                "Age at which records of who connected to which workspace are deleted for good. A duration such as `90d`; 0 or less, the "
                "default, keeps them."
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
                "Age at which logs of agents from earlier builds are deleted; those of the newest build stay. A duration such as `7d`, "
                "which is the default; 0 or less keeps them."
            ),
            default="7d",
            group="Retention",
        ),
    ] = None
