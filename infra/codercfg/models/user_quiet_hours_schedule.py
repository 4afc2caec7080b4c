"""When workspaces may be restarted for maintenance."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Text
from codercfg.options.opt import Opt


class UserQuietHoursScheduleConfig(Group):
    """When workspaces may be restarted for maintenance."""

    allow_user_custom: Annotated[
        Boolean,
        Opt(
            name="Allow Custom Quiet Hours",
            env="CODER_ALLOW_CUSTOM_QUIET_HOURS",
            flag="allow-custom-quiet-hours",
            yaml="userQuietHoursSchedule.allowCustomQuietHours",
            description=(
                "Lets users choose the daily time at which their workspaces may be stopped by force. Works only with a licence for "
                "schedules."
            ),
            default="true",
            group="User Quiet Hours Schedule",
        ),
    ] = None
    default_schedule: Annotated[
        Text,
        Opt(
            name="Default Quiet Hours Schedule",
            env="CODER_QUIET_HOURS_DEFAULT_SCHEDULE",
            flag="default-quiet-hours-schedule",
            yaml="userQuietHoursSchedule.defaultQuietHoursSchedule",
            description=(
                "Daily time at which workspaces may be stopped by force, for users who chose none: cron text such as "
                "`CRON_TZ=Europe/Berlin 0 2 * * *`, with one minute, one hour and three stars. A malformed one is only logged. Works only "
                "with a licence for schedules."
            ),
            default="CRON_TZ=UTC 0 0 * * *",
            group="User Quiet Hours Schedule",
        ),
    ] = None
