"""Notifications in the dashboard."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean
from codercfg.options.opt import Opt


class NotificationsInboxConfig(Group):
    """Notifications in the dashboard."""

    enabled: Annotated[
        Boolean,
        Opt(
            name="Notifications: Inbox: Enabled",
            env="CODER_NOTIFICATIONS_INBOX_ENABLED",
            flag="notifications-inbox-enabled",
            yaml="notifications.inbox.enabled",
            description=(
                "Shows notifications inside the dashboard, besides mail or webhook. Needs no mail relay; codes for a forgotten password "
                "never appear there."
            ),
            default="true",
            group="Notifications / Inbox",
        ),
    ] = None
