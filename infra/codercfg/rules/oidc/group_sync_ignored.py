"""OID012."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given, names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class GroupSyncIgnored(Rule):
    """Group synchronisation has settings but no claim.

    What: A group mapping, filter or automatic creation is set without the claim that lists a person's groups.

    Why: The server synchronises no groups and reads none of these settings.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_GROUP_AUTO_CREATE=true
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_GROUP_AUTO_CREATE=true
    CODER_OIDC_GROUP_FIELD=groups
    ```
    """

    code = "OID012"
    name = "group-sync-ignored"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("oidc.group_mapping", "oidc.group_regex_filter", "oidc.group_auto_create")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The scope `groups` implies the claim."""
        ignored = [path for path in self.triggers if config.is_set(path) and is_given(config, path)]
        named = config.get("oidc.groups_field") or "groups" in config.get("oidc.scopes")
        if ignored and config.get("oidc.client_id") and not named:
            yield self.finding(
                config,
                ignored[0],
                f"`{config.name(ignored[0])}` has no effect without `{config.name('oidc.groups_field')}`",
                why="the server synchronises no groups",
                help=f"set `{config.name('oidc.groups_field')}` to the claim that lists the groups",
                about=names(config, *ignored),
            )


RULE = GroupSyncIgnored()
