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
            description="Failed prebuilds in a row after which a preset is no longer attempted. Count; 0 = no limit.",
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
            description="Extra waiting time per failure before prebuilds are attempted again.",
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
            description="How far back failures count when the extra waiting time is computed.",
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
                "How often the stock of ready workspaces is compared with its target. 0 or less becomes five minutes; needs a licence."
            ),
            default="1m0s",
            group="Workspace Prebuilds",
        ),
    ] = None
