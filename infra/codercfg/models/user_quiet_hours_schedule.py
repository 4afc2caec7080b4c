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
            description=("Lets users pick their own daily time for forced workspace stops. Effective only with the scheduling licence."),
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
                "Daily time for forced workspace stops, for users who picked none. Cron, five fields, optional `CRON_TZ=`. "
                "Only one hour and minute; errors are merely logged."
            ),
            default="CRON_TZ=UTC 0 0 * * *",
            group="User Quiet Hours Schedule",
        ),
    ] = None
