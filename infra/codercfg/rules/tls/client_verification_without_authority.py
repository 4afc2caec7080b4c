"""TLS017."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ClientVerificationWithoutAuthority(Rule):
    """Client certificates are verified without an authority.

    What: TLS is enabled in a mode that verifies client certificates, and no authority file is given.

    Why: The trust store of the system decides, so that any certificate from a public authority is good enough.

    Wrong:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CLIENT_AUTH=require-and-verify
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CLIENT_AUTH=require-and-verify
    CODER_TLS_CLIENT_CA_FILE=/etc/coder/ca.crt
    ```
    """

    code = "TLS017"
    name = "client-verification-without-authority"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go; Go tls.Config.ClientCAs"
    triggers = ("tls.client_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The verifying modes need the file."""
        verifies = config.get("tls.client_auth") in {"verify-if-given", "require-and-verify"}
        if config.get("tls.enable") and verifies and not config.get("tls.client_ca_file"):
            yield self.finding(
                config,
                "tls.client_auth",
                f"`{config.name('tls.client_auth')}` verifies certificates without `{config.name('tls.client_ca_file')}`",
                why="the system's trust store decides, so any public authority can issue a valid certificate",
                help=f"name your authority's file in `{config.name('tls.client_ca_file')}`",
            )


RULE = ClientVerificationWithoutAuthority()
