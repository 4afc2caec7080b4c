"""Workspaces that are built ahead of demand."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Duration, Integer
from codercfg.options.opt import Opt


class PrebuildsConfig(Group):
    """Workspaces that are built ahead of demand."""

    failure_hard_limit: Annotated[
        Integer,
        Opt(
            name="Failure Hard Limit",
            env="CODER_WORKSPACE_PREBUILDS_FAILURE_HARD_LIMIT",
            flag="workspace-prebuilds-failure-hard-limit",
            yaml="workspace_prebuilds.failure_hard_limit",
            description="How many prebuilds of a preset may fail in a row before it is no longer tried. A count; 0 sets no limit.",
            default="3",
            group="Workspace Prebuilds",
            hidden=True,
        ),
    ] = None
    reconciliation_backoff_interval: Annotated[
        Duration,
        Opt(
            name="Reconciliation Backoff Interval",
            env="CODER_WORKSPACE_PREBUILDS_RECONCILIATION_BACKOFF_INTERVAL",
            flag="workspace-prebuilds-reconciliation-backoff-interval",
            yaml="workspace_prebuilds.reconciliation_backoff_interval",
            description="How much longer to wait, for each failure, before prebuilds are tried again. A duration such as `1m`.",
            default="1m0s",
            group="Workspace Prebuilds",
            hidden=True,
        ),
    ] = None
    reconciliation_backoff_lookback: Annotated[
        Duration,
        Opt(
            name="Reconciliation Backoff Lookback Period",
            env="CODER_WORKSPACE_PREBUILDS_RECONCILIATION_BACKOFF_LOOKBACK_PERIOD",
            flag="workspace-prebuilds-reconciliation-backoff-lookback-period",
            yaml="workspace_prebuilds.reconciliation_backoff_lookback_period",
            description="How far back failures count towards the longer wait between prebuilds. A duration such as `1h`.",
            default="1h0m0s",
            group="Workspace Prebuilds",
            hidden=True,
        ),
    ] = None
    reconciliation_interval: Annotated[
        Duration,
        Opt(
            name="Reconciliation Interval",
            env="CODER_WORKSPACE_PREBUILDS_RECONCILIATION_INTERVAL",
            flag="workspace-prebuilds-reconciliation-interval",
            yaml="workspace_prebuilds.reconciliation_interval",
            description=(
                "How often the number of prebuilt workspaces is compared with its target. A duration such as `1m`; 0 or less becomes five "
                "minutes. Prebuilds need a licence."
            ),
            default="1m0s",
            group="Workspace Prebuilds",
        ),
    ] = None
