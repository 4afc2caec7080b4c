"""OID013."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given, names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class RoleSyncIgnored(Rule):
    """Role synchronisation has settings but no claim.

    What: A role mapping or default roles are set without the claim that lists a person's roles.

    Why: The server synchronises no roles and reads neither setting.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_USER_ROLE_DEFAULT=auditor
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_USER_ROLE_DEFAULT=auditor
    CODER_OIDC_USER_ROLE_FIELD=roles
    ```
    """

    code = "OID013"
    name = "role-sync-ignored"
    severity = Severity.WARNING
    source = "coder/coder enterprise/coderd/enidpsync"
    triggers = ("oidc.user_role_mapping", "oidc.user_roles_default")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The claim is the switch."""
        ignored = [path for path in self.triggers if config.is_set(path) and is_given(config, path)]
        if ignored and config.get("oidc.client_id") and not config.get("oidc.user_role_field"):
            yield self.finding(
                config,
                ignored[0],
                f"`{config.name(ignored[0])}` has no effect without `{config.name('oidc.user_role_field')}`",
                why="the server synchronises no roles",
                help=f"set `{config.name('oidc.user_role_field')}` to the claim that lists the roles",
                about=names(config, *ignored),
            )


RULE = RoleSyncIgnored()
