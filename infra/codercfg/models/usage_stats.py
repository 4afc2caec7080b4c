"""Collection of usage statistics."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean
from codercfg.options.opt import Opt


class UsageStatsConfig(Group):
    """Collection of usage statistics."""

    enable: Annotated[
        Boolean,
        Opt(
            name="Stats Collection Usage Stats Enable",
            env="CODER_STATS_COLLECTION_USAGE_STATS_ENABLE",
            flag="stats-collection-usage-stats-enable",
            yaml="introspection.statsCollection.usageStats.enable",
            description=(
                "Records how apps and workspaces are used, which feeds the insights pages and the deployment's totals. While it is off "
                "insights answer HTTP 404, and the history missed meanwhile cannot be made up."
            ),
            default="true",
            group="Introspection / Stats Collection / Usage Stats",
        ),
    ] = None
