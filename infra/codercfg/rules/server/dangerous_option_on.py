"""SRV004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_DANGERS = {
    "dangerous.allow_all_cors": "every web site may call the API with a visitor's session",
    "dangerous.allow_path_app_sharing": "a hostile application acts on the API as whoever visits it",
    "dangerous.allow_path_app_site_owner_access": "a hostile workspace acts on the API with the rights of an owner who visits it",
    "rate_limit.disable_all": "the limit on logins goes as well, so passwords can be guessed",
    "notifications.email.tls.insecure_skip_verify": "anyone between the server and the mail relay can read mail and password",
}


class DangerousOptionOn(Rule):
    """A dangerous option is on.

    What: An option is on that opens the deployment to other sites, to hostile applications, to password guessing or
    to a forged mail relay.

    Why: The server does what it is told.

    Wrong:
    ```env
    CODER_DANGEROUS_DISABLE_RATE_LIMITS=true
    ```

    Right:
    ```env
    CODER_API_RATE_LIMIT=1024
    ```
    """

    code = "SRV004"
    name = "dangerous-option-on"
    severity = Severity.WARNING
    source = "coder/coder codersdk/deployment.go"
    triggers = (
        "dangerous.allow_all_cors",
        "dangerous.allow_path_app_sharing",
        "dangerous.allow_path_app_site_owner_access",
        "rate_limit.disable_all",
        "notifications.email.tls.insecure_skip_verify",
    )

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Each option has its own danger."""
        for path, danger in _DANGERS.items():
            if config.get(path):
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` is on",
                    why=danger,
                    help="remove it",
                )


RULE = DangerousOptionOn()
