"""Notifications by HTTP request."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Url
from codercfg.options.opt import Opt


class NotificationsWebhookConfig(Group):
    """Notifications by HTTP request."""

    endpoint: Annotated[
        Url,
        Opt(
            name="Notifications: Webhook: Endpoint",
            env="CODER_NOTIFICATIONS_WEBHOOK_ENDPOINT",
            flag="notifications-webhook-endpoint",
            yaml="notifications.webhook.endpoint",
            description=(
                "Address that receives each notification by HTTP POST when `notifications.method` is `webhook`. What the notifications say "
                "leaves the deployment, so use https."
            ),
            group="Notifications / Webhook",
        ),
    ] = None
