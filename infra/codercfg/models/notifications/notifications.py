"""How the server tells users what happened."""

from typing import Annotated

from codercfg.models.notifications.email import NotificationsEmailConfig
from codercfg.models.notifications.inbox import NotificationsInboxConfig
from codercfg.models.notifications.webhook import NotificationsWebhookConfig
from codercfg.options.group import Group, group
from codercfg.options.kinds import Duration, Integer, Text
from codercfg.options.opt import Opt


class NotificationsConfig(Group):
    """How the server tells users what happened."""

    dispatch_timeout: Annotated[
        Duration,
        Opt(
            name="Notifications: Dispatch Timeout",
            env="CODER_NOTIFICATIONS_DISPATCH_TIMEOUT",
            flag="notifications-dispatch-timeout",
            yaml="notifications.dispatchTimeout",
            description=(
                "Time allowed for delivering one notification before the attempt counts as failed. A duration such as `1m`; it must be "
                "shorter than `notifications.lease_period`, or the server does not start."
            ),
            default="1m0s",
            group="Notifications",
        ),
    ] = None
    email: NotificationsEmailConfig = group()
    fetch_interval: Annotated[
        Duration,
        Opt(
            name="Notifications: Fetch Interval",
            env="CODER_NOTIFICATIONS_FETCH_INTERVAL",
            flag="notifications-fetch-interval",
            yaml="notifications.fetchInterval",
            description=(
                "How often a replica collects notifications that wait for delivery. A duration such as `15s`; 0 or less crashes the server "
                "at start."
            ),
            default="15s",
            group="Notifications",
            hidden=True,
        ),
    ] = None
    inbox: NotificationsInboxConfig = group()
    lease_count: Annotated[
        Integer,
        Opt(
            name="Notifications: Lease Count",
            env="CODER_NOTIFICATIONS_LEASE_COUNT",
            flag="notifications-lease-count",
            yaml="notifications.leaseCount",
            description="How many waiting notifications a replica takes in one round. A count.",
            default="20",
            group="Notifications",
            hidden=True,
        ),
    ] = None
    lease_period: Annotated[
        Duration,
        Opt(
            name="Notifications: Lease Period",
            env="CODER_NOTIFICATIONS_LEASE_PERIOD",
            flag="notifications-lease-period",
            yaml="notifications.leasePeriod",
            description=(
                "How long a notification stays reserved for the replica that took it before another may. A duration in whole seconds such "
                "as `2m`; it must be longer than `notifications.dispatch_timeout`, or the server does not start."
            ),
            default="2m0s",
            group="Notifications",
            hidden=True,
        ),
    ] = None
    max_send_attempts: Annotated[
        Integer,
        Opt(
            name="Notifications: Max Send Attempts",
            env="CODER_NOTIFICATIONS_MAX_SEND_ATTEMPTS",
            flag="notifications-max-send-attempts",
            yaml="notifications.maxSendAttempts",
            description="How many times Coder tries to deliver a notification before it gives up. A count.",
            default="5",
            group="Notifications",
        ),
    ] = None
    method: Annotated[
        Text,
        Opt(
            name="Notifications: Method",
            env="CODER_NOTIFICATIONS_METHOD",
            flag="notifications-method",
            yaml="notifications.method",
            description=(
                "How notifications are delivered unless an administrator chose otherwise for a kind of them: `smtp` or `webhook`. Any "
                "other word passes start-up and breaks delivery; only `inbox` stops start-up."
            ),
            default="smtp",
            group="Notifications",
        ),
    ] = None
    retry_interval: Annotated[
        Duration,
        Opt(
            name="Notifications: Retry Interval",
            env="CODER_NOTIFICATIONS_RETRY_INTERVAL",
            flag="notifications-retry-interval",
            yaml="notifications.retryInterval",
            description="Pause before a notification that could not be delivered is tried again. A duration in whole seconds such as `5m`.",
            default="5m0s",
            group="Notifications",
            hidden=True,
        ),
    ] = None
    sync_buffer_size: Annotated[
        Integer,
        Opt(
            name="Notifications: Store Sync Buffer Size",
            env="CODER_NOTIFICATIONS_STORE_SYNC_BUFFER_SIZE",
            flag="notifications-store-sync-buffer-size",
            yaml="notifications.storeSyncBufferSize",
            description=(
                "How many delivery results may wait in memory before they are saved. A count; a negative one crashes the server at start, "
                "and waiting results are lost when a replica crashes."
            ),
            default="50",
            group="Notifications",
            hidden=True,
        ),
    ] = None
    sync_interval: Annotated[
        Duration,
        Opt(
            name="Notifications: Store Sync Interval",
            env="CODER_NOTIFICATIONS_STORE_SYNC_INTERVAL",
            flag="notifications-store-sync-interval",
            yaml="notifications.storeSyncInterval",
            description=(
                "How often delivery results are saved from memory to the database. A duration such as `2s`; 0 or less crashes the server "
                "at start, and results not yet saved are lost when a replica crashes."
            ),
            default="2s",
            group="Notifications",
            hidden=True,
        ),
    ] = None
    webhook: NotificationsWebhookConfig = group()
