"""OID015."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SignupTextUnseen(Rule):
    """The text about closed signups is never shown.

    What: A text for people who may not sign up is set while signups are open.

    Why: Nobody sees it.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_SIGNUPS_DISABLED_TEXT=Ask the platform team
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_ALLOW_SIGNUPS=false
    CODER_OIDC_SIGNUPS_DISABLED_TEXT=Ask the platform team
    ```
    """

    code = "OID015"
    name = "signup-text-unseen"
    severity = Severity.WARNING
    source = "coder/coder coderd/userauth.go"
    triggers = ("oidc.signups_disabled_text",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Signups are open by default."""
        if config.get("oidc.signups_disabled_text") and config.get("oidc.allow_signups"):
            yield self.finding(
                config,
                "oidc.signups_disabled_text",
                f"`{config.name('oidc.signups_disabled_text')}` is never shown while signups are open",
                why="the text is for people who may not sign up",
                help=f"set `{config.name('oidc.allow_signups')}` to false, or remove the text",
            )


RULE = SignupTextUnseen()
