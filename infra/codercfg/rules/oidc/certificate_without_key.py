"""OID006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class CertificateWithoutKey(Rule):
    """The client certificate of OpenID Connect has no key.

    What: A client certificate file is set without the key file.

    Why: The server ignores it and does not even look for the file.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_CLIENT_CERT_FILE=/etc/coder/oidc.crt
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_CLIENT_KEY_FILE=/etc/coder/oidc.key
    CODER_OIDC_CLIENT_CERT_FILE=/etc/coder/oidc.crt
    ```
    """

    code = "OID006"
    name = "certificate-without-key"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("oidc.client_cert_file",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The certificate counts only beside the key."""
        if config.get("oidc.client_cert_file") and not config.get("oidc.client_key_file"):
            yield self.finding(
                config,
                "oidc.client_cert_file",
                f"`{config.name('oidc.client_cert_file')}` has no effect without `{config.name('oidc.client_key_file')}`",
                why="the server ignores the certificate",
                help=f"set `{config.name('oidc.client_key_file')}`, or remove the certificate",
            )


RULE = CertificateWithoutKey()
