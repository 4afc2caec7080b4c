"""How the server logs in to the mail relay."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Secret, Text
from codercfg.options.opt import Alias, Opt


class NotificationsEmailAuthConfig(Group):
    """How the server logs in to the mail relay."""

    identity: Annotated[
        Text,
        Opt(
            name="Email Auth: Identity",
            env="CODER_EMAIL_AUTH_IDENTITY",
            flag="email-auth-identity",
            yaml="email.emailAuth.identity",
            description="Name on whose behalf to log in to the mail relay, for PLAIN logins that act for another account. Usually empty.",
            group="Email / Email Authentication",
            aliases=(
                Alias(
                    name="Notifications: Email Auth: Identity",
                    env="CODER_NOTIFICATIONS_EMAIL_AUTH_IDENTITY",
                    flag="notifications-email-auth-identity",
                    yaml="notifications.email.emailAuth.identity",
                    use_instead=("CODER_EMAIL_AUTH_IDENTITY",),
                ),
            ),
        ),
    ] = None
    password: Annotated[
        Secret,
        Opt(
            name="Email Auth: Password",
            env="CODER_EMAIL_AUTH_PASSWORD",
            flag="email-auth-password",
            yaml=None,
            description=(
                "Password with which Coder logs in to the mail relay. Unused without `notifications.email.auth.username`, and ignored when "
                "`notifications.email.auth.password_file` is set."
            ),
            group="Email / Email Authentication",
            secret=True,
            upstream_secret=True,
            aliases=(
                Alias(
                    name="Notifications: Email Auth: Password",
                    env="CODER_NOTIFICATIONS_EMAIL_AUTH_PASSWORD",
                    flag="notifications-email-auth-password",
                    yaml=None,
                    use_instead=("CODER_EMAIL_AUTH_PASSWORD",),
                ),
            ),
        ),
    ] = None
    password_file: Annotated[
        Text,
        Opt(
            name="Email Auth: Password File",
            env="CODER_EMAIL_AUTH_PASSWORD_FILE",
            flag="email-auth-password-file",
            yaml="email.emailAuth.passwordFile",
            description=(
                "Path of a file that holds the password for the mail relay; it outranks `notifications.email.auth.password`. The content "
                "is taken as it is: a line end behind the password becomes part of it."
            ),
            group="Email / Email Authentication",
            aliases=(
                Alias(
                    name="Notifications: Email Auth: Password File",
                    env="CODER_NOTIFICATIONS_EMAIL_AUTH_PASSWORD_FILE",
                    flag="notifications-email-auth-password-file",
                    yaml="notifications.email.emailAuth.passwordFile",
                    use_instead=("CODER_EMAIL_AUTH_PASSWORD_FILE",),
                ),
            ),
        ),
    ] = None
    username: Annotated[
        Text,
        Opt(
            name="Email Auth: Username",
            env="CODER_EMAIL_AUTH_USERNAME",
            flag="email-auth-username",
            yaml="email.emailAuth.username",
            description=(
                "Account with which Coder logs in to the mail relay. While it is empty Coder does not log in, even when a password is set."
            ),
            group="Email / Email Authentication",
            aliases=(
                Alias(
                    name="Notifications: Email Auth: Username",
                    env="CODER_NOTIFICATIONS_EMAIL_AUTH_USERNAME",
                    flag="notifications-email-auth-username",
                    yaml="notifications.email.emailAuth.username",
                    use_instead=("CODER_EMAIL_AUTH_USERNAME",),
                ),
            ),
        ),
    ] = None
