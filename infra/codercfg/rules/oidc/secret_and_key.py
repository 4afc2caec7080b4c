"""OID003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SecretAndKey(Rule):
    """OpenID Connect has both a client secret and a client key.

    What: The client is to prove itself by a secret and by a key file at once.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_CLIENT_SECRET=fake
    CODER_OIDC_CLIENT_KEY_FILE=/etc/coder/oidc.key
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_CLIENT_SECRET=fake
    ```
    """

    code = "OID003"
    name = "secret-and-key"
    source = "coder/coder cli/server.go"
    triggers = ("oidc.client_key_file",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One proof at most; none is a public client."""
        if config.get("oidc.client_id") and config.get("oidc.client_key_file") and is_given(config, "oidc.client_secret"):
            yield self.finding(
                config,
                "oidc.client_key_file",
                f"`{config.name('oidc.client_key_file')}` and `{config.name('oidc.client_secret')}` exclude each other",
                why="the server stops at start",
                help="remove one of them",
                about=(config.name("oidc.client_key_file"), config.name("oidc.client_secret")),
            )


RULE = SecretAndKey()
