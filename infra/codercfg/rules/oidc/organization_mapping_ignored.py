"""OID014."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class OrganizationMappingIgnored(Rule):
    """Organizations are mapped without a claim.

    What: An organization mapping is set without the claim that lists a person's organizations.

    Why: The server synchronises no organizations and does not read the mapping.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_ORGANIZATION_MAPPING={"staff": ["7b6c2ed2-7f4b-4a3c-9d3f-4f4c6a3a8e01"]}
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_ORGANIZATION_MAPPING={"staff": ["7b6c2ed2-7f4b-4a3c-9d3f-4f4c6a3a8e01"]}
    CODER_OIDC_ORGANIZATION_FIELD=organizations
    ```
    """

    code = "OID014"
    name = "organization-mapping-ignored"
    severity = Severity.WARNING
    source = "coder/coder enterprise/coderd/enidpsync"
    triggers = ("oidc.organization_mapping",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The claim is the switch."""
        mapped, field = "oidc.organization_mapping", "oidc.organization_field"
        if config.get("oidc.client_id") and is_given(config, mapped) and not config.get(field):
            yield self.finding(
                config,
                mapped,
                f"`{config.name(mapped)}` has no effect without `{config.name(field)}`",
                why="the server synchronises no organizations",
                help=f"set `{config.name(field)}` to the claim that lists the organizations",
            )


RULE = OrganizationMappingIgnored()
