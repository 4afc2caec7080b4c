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
                "Time allowed for delivering one message before the attempt counts as failed. Must stay below the lease "
                "period or start-up fails."
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
            description="How often a replica collects messages that wait for delivery.",
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
            description="How many waiting messages a replica claims in one round. Count.",
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
                "How long a claimed message is reserved before another replica may take it. Go duration, whole seconds. "
                "Must exceed the dispatch timeout."
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
            description="How many tries a message gets before Coder gives up on it. Count.",
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
                "Default channel for messages; administrators can choose another one for single message types. `webhook` or"
                " `smtp`, text. Misspellings pass start-up and break delivery."
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
            description="Pause before delivery of a failed message is tried again. Go duration, whole seconds.",
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
                "How many delivery results wait in memory before they must be saved. Count. Negative crashes; a server "
                "crash loses waiting results."
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
            description="How often delivery results move from memory into the database. A server crash loses results not yet saved.",
            default="2s",
            group="Notifications",
            hidden=True,
        ),
    ] = None
    webhook: NotificationsWebhookConfig = group()
