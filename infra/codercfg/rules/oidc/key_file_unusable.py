"""OID004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import CRASHES
from codercfg.rules.certificates import has_pem, is_pkcs1_rsa_key
from codercfg.rules.files import FileFaultError, contents, may_read, not_read
from codercfg.rules.oidc.client_key import key_in_use
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class KeyFileUnusable(Rule):
    """The client key of OpenID Connect cannot be used.

    What: The key file or the certificate beside it is missing, unreadable or no PEM, or the key is not an RSA key
    in PKCS#1 form (`BEGIN RSA PRIVATE KEY`). Keys in PKCS#8 form and EC keys are refused.

    Why: The server stops at start; where the file is empty or no PEM, it crashes.

    Wrong:
    ```env
    # file: /etc/coder/oidc.key = EC key
    # file: /etc/coder/oidc.crt = valid server certificate
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_CLIENT_KEY_FILE=/etc/coder/oidc.key
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

    code = "OID004"
    name = "key-file-unusable"
    source = "coder/coder coderd/oauthpki"
    triggers = ("oidc.client_key_file",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Whether the two belong together is not looked at, as in the server."""
        certificate = config.get("oidc.client_cert_file")
        if not key_in_use(config) or not certificate:
            return
        about = (config.name("oidc.client_key_file"), config.name("oidc.client_cert_file"))
        if not may_read(config):
            yield not_read(*about)
            return
        for path, wrong, why in _faults(config):
            yield self.finding(
                config,
                path,
                f"the file that `{config.name(path)}` names {wrong}",
                why=why,
                help="name an unencrypted RSA key in PKCS#1 form (openssl rsa -traditional) and its certificate, both in PEM form",
                about=about,
            )
            return


def _faults(config: Configuration) -> Iterator[tuple[str, str, str]]:
    """Path, what is wrong with the file, and what the server does about it."""
    stops, crashes = "the server stops at start", f"{CRASHES} at start"
    for path in ("oidc.client_key_file", "oidc.client_cert_file"):
        try:
            data = contents(config, config.get(path))
        except FileFaultError as error:
            yield path, str(error), stops
            continue
        if not has_pem(data):
            yield path, "holds no PEM block", crashes
        elif path == "oidc.client_key_file" and not is_pkcs1_rsa_key(data):
            yield path, "holds no RSA key in PKCS#1 form", stops


RULE = KeyFileUnusable()
