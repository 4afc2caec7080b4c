"""OID011."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class IssuerCheckSkipped(Rule):
    """The issuer of tokens is not checked.

    What: Tokens and metadata that name another issuer than the configured one are accepted.

    Why: It weakens login: a token of another issuer that the provider signs is good enough.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_DANGEROUS_OIDC_SKIP_ISSUER_CHECKS=true
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    ```
    """

    code = "OID011"
    name = "issuer-check-skipped"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("oidc.skip_issuer_checks",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Only odd providers need it."""
        if config.get("oidc.client_id") and config.get("oidc.skip_issuer_checks"):
            yield self.finding(
                config,
                "oidc.skip_issuer_checks",
                f"`{config.name('oidc.skip_issuer_checks')}` accepts tokens of other issuers",
                why="the server does not compare the issuer of tokens with the configured one",
                help=f"remove it and write `{config.name('oidc.issuer_url')}` exactly as the provider names itself",
            )


RULE = IssuerCheckSkipped()
