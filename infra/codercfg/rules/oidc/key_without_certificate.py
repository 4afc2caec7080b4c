"""OID005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import CRASHES
from codercfg.rules.oidc.client_key import key_in_use
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class KeyWithoutCertificate(Rule):
    """The client key of OpenID Connect has no certificate.

    What: A client key file is set without the certificate file beside it.

    Why: The server crashes at start, although its documentation calls the certificate optional.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_CLIENT_KEY_FILE=/etc/coder/oidc.key
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_CLIENT_KEY_FILE=/etc/coder/oidc.key
    CODER_OIDC_CLIENT_CERT_FILE=/etc/coder/oidc.crt
    ```
    """

    code = "OID005"
    name = "key-without-certificate"
    source = "coder/coder coderd/oauthpki"
    triggers = ("oidc.client_key_file",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A key that is unusable as well makes no difference."""
        if key_in_use(config) and not config.get("oidc.client_cert_file"):
            yield self.finding(
                config,
                "oidc.client_key_file",
                f"`{config.name('oidc.client_key_file')}` needs `{config.name('oidc.client_cert_file')}`",
                why=f"{CRASHES} at start",
                help=f"name the key's certificate in `{config.name('oidc.client_cert_file')}`",
            )


RULE = KeyWithoutCertificate()
