"""How the server encrypts its connection to the mail relay."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Text
from codercfg.options.opt import Alias, Opt


class NotificationsEmailTLSConfig(Group):
    """How the server encrypts its connection to the mail relay."""

    ca_file: Annotated[
        Text,
        Opt(
            name="Email TLS: Certificate Authority File",
            env="CODER_EMAIL_TLS_CACERTFILE",
            flag="email-tls-ca-cert-file",
            yaml="email.emailTLS.caCertFile",
            description=(
                "Path of a PEM file with the authorities that sign the mail relay's certificate, in place of the system's own. Read when a "
                "mail is sent: a wrong path shows only as failed mail."
            ),
            group="Email / Email TLS",
            aliases=(
                Alias(
                    name="Notifications: Email TLS: Certificate Authority File",
                    env="CODER_NOTIFICATIONS_EMAIL_TLS_CACERTFILE",
                    flag="notifications-email-tls-ca-cert-file",
                    yaml="notifications.email.emailTLS.caCertFile",
                    use_instead=("CODER_EMAIL_TLS_CACERTFILE",),
                ),
            ),
        ),
    ] = None
    cert_file: Annotated[
        Text,
        Opt(
            name="Email TLS: Certificate File",
            env="CODER_EMAIL_TLS_CERTFILE",
            flag="email-tls-cert-file",
            yaml="email.emailTLS.certFile",
            description=(
                "Path of the PEM certificate that Coder shows to a mail relay which asks for one. Set it together with "
                "`notifications.email.tls.key_file`; with one alone every mail fails."
            ),
            group="Email / Email TLS",
            aliases=(
                Alias(
                    name="Notifications: Email TLS: Certificate File",
                    env="CODER_NOTIFICATIONS_EMAIL_TLS_CERTFILE",
                    flag="notifications-email-tls-cert-file",
                    yaml="notifications.email.emailTLS.certFile",
                    use_instead=("CODER_EMAIL_TLS_CERTFILE",),
                ),
            ),
        ),
    ] = None
    insecure_skip_verify: Annotated[
        Boolean,
        Opt(
            name="Email TLS: Skip Certificate Verification (Insecure)",
            env="CODER_EMAIL_TLS_SKIPVERIFY",
            flag="email-tls-skip-verify",
            yaml="email.emailTLS.insecureSkipVerify",
            description=(
                "Accepts any certificate of the mail relay without checking it. Whoever sits on the way can read the mails and the relay's "
                "password."
            ),
            group="Email / Email TLS",
            aliases=(
                Alias(
                    name="Notifications: Email TLS: Skip Certificate Verification (Insecure)",
                    env="CODER_NOTIFICATIONS_EMAIL_TLS_SKIPVERIFY",
                    flag="notifications-email-tls-skip-verify",
                    yaml="notifications.email.emailTLS.insecureSkipVerify",
                    use_instead=("CODER_EMAIL_TLS_SKIPVERIFY",),
                ),
            ),
        ),
    ] = None
    key_file: Annotated[
        Text,
        Opt(
            name="Email TLS: Certificate Key File",
            env="CODER_EMAIL_TLS_CERTKEYFILE",
            flag="email-tls-cert-key-file",
            yaml="email.emailTLS.certKeyFile",
            description=(
                "Path of the PEM private key for `notifications.email.tls.cert_file`. Set both or neither; with one alone every mail fails."
            ),
            group="Email / Email TLS",
            aliases=(
                Alias(
                    name="Notifications: Email TLS: Certificate Key File",
                    env="CODER_NOTIFICATIONS_EMAIL_TLS_CERTKEYFILE",
                    flag="notifications-email-tls-cert-key-file",
                    yaml="notifications.email.emailTLS.certKeyFile",
                    use_instead=("CODER_EMAIL_TLS_CERTKEYFILE",),
                ),
            ),
        ),
    ] = None
    server_name: Annotated[
        Text,
        Opt(
            name="Email TLS: Server Name",
            env="CODER_EMAIL_TLS_SERVERNAME",
            flag="email-tls-server-name",
            yaml="email.emailTLS.serverName",
            description=(
                "Host name to expect in the mail relay's certificate when it differs from the one in `notifications.email.smarthost`."
            ),
            group="Email / Email TLS",
            aliases=(
                Alias(
                    name="Notifications: Email TLS: Server Name",
                    env="CODER_NOTIFICATIONS_EMAIL_TLS_SERVERNAME",
                    flag="notifications-email-tls-server-name",
                    yaml="notifications.email.emailTLS.serverName",
                    use_instead=("CODER_EMAIL_TLS_SERVERNAME",),
                ),
            ),
        ),
    ] = None
    start_tls: Annotated[
        Boolean,
        Opt(
            name="Email TLS: StartTLS",
            env="CODER_EMAIL_TLS_STARTTLS",
            flag="email-tls-starttls",
            yaml="email.emailTLS.startTLS",
            description=(
                "Connects to the mail relay in clear text and then switches to TLS. When the switch fails, so does the mail. Ignored on "
                "port 465 and with `notifications.email.force_tls`."
            ),
            group="Email / Email TLS",
            aliases=(
                Alias(
                    name="Notifications: Email TLS: StartTLS",
                    env="CODER_NOTIFICATIONS_EMAIL_TLS_STARTTLS",
                    flag="notifications-email-tls-starttls",
                    yaml="notifications.email.emailTLS.startTLS",
                    use_instead=("CODER_EMAIL_TLS_STARTTLS",),
                ),
            ),
        ),
    ] = None
