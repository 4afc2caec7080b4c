"""Notifications by mail. `CODER_EMAIL_*` and the deprecated `CODER_NOTIFICATIONS_EMAIL_*` write to the same fields."""

from typing import Annotated

from pydantic import Field

from codercfg.models.notifications.email_auth import NotificationsEmailAuthConfig
from codercfg.models.notifications.email_tls import NotificationsEmailTLSConfig
from codercfg.options.group import Group, group
from codercfg.options.kinds import Boolean, Text
from codercfg.options.opt import Alias, Opt


class NotificationsEmailConfig(Group):
    """Notifications by mail. `CODER_EMAIL_*` and the deprecated `CODER_NOTIFICATIONS_EMAIL_*` write to the same fields."""

    auth: NotificationsEmailAuthConfig = group()
    force_tls: Annotated[
        Boolean,
        Opt(
            name="Email: Force TLS",
            env="CODER_EMAIL_FORCE_TLS",
            flag="email-force-tls",
            yaml="email.forceTLS",
            description=(
                "Speaks TLS to the mail relay from the first byte, on any port. Port 465 always does so; "
                "`notifications.email.tls.start_tls` is then ignored."
            ),
            default="false",
            group="Email",
            aliases=(
                Alias(
                    name="Notifications: Email: Force TLS",
                    env="CODER_NOTIFICATIONS_EMAIL_FORCE_TLS",
                    flag="notifications-email-force-tls",
                    yaml="notifications.email.forceTLS",
                    use_instead=("CODER_EMAIL_FORCE_TLS",),
                ),
            ),
        ),
    ] = None
    from_: Annotated[
        Text,
        Opt(
            name="Email: From Address",
            env="CODER_EMAIL_FROM",
            flag="email-from",
            yaml="email.from",
            description=(
                "Mail address that recipients see as the sender, with or without a name: `Coder <coder@example.com>`. Looked at only when "
                "a mail is sent: without it, or with a malformed one, every mail fails."
            ),
            group="Email",
            aliases=(
                Alias(
                    name="Notifications: Email: From Address",
                    env="CODER_NOTIFICATIONS_EMAIL_FROM",
                    flag="notifications-email-from",
                    yaml="notifications.email.from",
                    use_instead=("CODER_EMAIL_FROM",),
                ),
            ),
        ),
    ] = Field(None, alias="from")
    hello: Annotated[
        Text,
        Opt(
            name="Email: Hello",
            env="CODER_EMAIL_HELLO",
            flag="email-hello",
            yaml="email.hello",
            description=(
                "Host name with which Coder greets the mail relay. When it is empty every mail fails, unless "
                "`notifications.email.tls.start_tls` is on, which does not use it."
            ),
            default="localhost",
            group="Email",
            aliases=(
                Alias(
                    name="Notifications: Email: Hello",
                    env="CODER_NOTIFICATIONS_EMAIL_HELLO",
                    flag="notifications-email-hello",
                    yaml="notifications.email.hello",
                    use_instead=("CODER_EMAIL_HELLO",),
                ),
            ),
        ),
    ] = None
    smarthost: Annotated[
        Text,
        Opt(
            name="Email: Smarthost",
            env="CODER_EMAIL_SMARTHOST",
            flag="email-smarthost",
            yaml="email.smarthost",
            description=(
                "Mail relay that takes all outgoing mail, as `host:port`. Looked at only when a mail is sent: without a port every mail "
                "fails. When it is empty no mail is sent, and nothing says so."
            ),
            group="Email",
            aliases=(
                Alias(
                    name="Notifications: Email: Smarthost",
                    env="CODER_NOTIFICATIONS_EMAIL_SMARTHOST",
                    flag="notifications-email-smarthost",
                    yaml="notifications.email.smarthost",
                    use_instead=("CODER_EMAIL_SMARTHOST",),
                ),
            ),
        ),
    ] = None
    tls: NotificationsEmailTLSConfig = group()
