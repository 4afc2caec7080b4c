"""Collection of statistics."""

from codercfg.models.usage_stats import UsageStatsConfig
from codercfg.options.group import Group, group


class StatsCollectionConfig(Group):
    """Collection of statistics."""

    usage_stats: UsageStatsConfig = group()
