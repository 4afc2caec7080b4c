"""OID007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class AllowedGroupsWithoutClaim(Rule):
    """Allowed groups need a group claim.

    What: Login is limited to groups, but no claim is named that lists a person's groups, and the scopes do not hold
    exactly `groups`, which would imply the claim.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_ALLOWED_GROUPS=engineers
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_ALLOWED_GROUPS=engineers
    CODER_OIDC_GROUP_FIELD=groups
    ```
    """

    code = "OID007"
    name = "allowed-groups-without-claim"
    source = "coder/coder cli/server.go"
    triggers = ("oidc.group_allow_list",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A blank in front of the scope makes it another scope."""
        if not config.get("oidc.client_id") or not config.get("oidc.group_allow_list"):
            return
        if not config.get("oidc.groups_field") and "groups" not in config.get("oidc.scopes"):
            paths = ("oidc.group_allow_list", "oidc.groups_field", "oidc.scopes")
            yield self.finding(
                config,
                "oidc.group_allow_list",
                f"`{config.name('oidc.group_allow_list')}` needs `{config.name('oidc.groups_field')}`",
                why="the server stops at start: it would not know where to find a person's groups",
                help=f"set `{config.name('oidc.groups_field')}` to the claim that lists the groups, or add the scope groups",
                about=tuple(config.name(path) for path in paths),
            )


RULE = AllowedGroupsWithoutClaim()
