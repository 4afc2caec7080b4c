"""HYG005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.hygiene.by_kind import settings_of
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_CHECKED = frozenset(
    (
        "proxy_trusted_origins",
        "strict_transport_security_options",
        "derp.server.stun_addresses",
        "tls.supported_ciphers",
        "config_ssh.SSHConfigOptions",
        "experiments",
        "additional_csp_policy",
    ),
)


class BlankAroundItem(Rule):
    """An item of a list begins or ends with a blank.

    What: An item of a comma-separated list has white space around it. The server separates at the comma and removes
    nothing.

    Why: The blank belongs to the item, which then matches nothing: no domain, organization, group or scope has one.

    Wrong:
    ```env
    CODER_OIDC_EMAIL_DOMAIN=example.com, example.org
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    ```

    Right:
    ```env
    CODER_OIDC_EMAIL_DOMAIN=example.com,example.org
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    ```
    """

    code = "HYG005"
    name = "blank-around-item"
    severity = Severity.WARNING
    source = "serpent StringArray; Go encoding/csv"
    triggers = ("@always",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Lists whose items are checked one by one are other rules'."""
        for path, setting in settings_of(config, "list"):
            if path in _CHECKED:
                continue
            blanks = [number for number, item in enumerate(setting.value, 1) if item != item.strip()]
            if blanks:
                yield self.finding(
                    config,
                    path,
                    f"item {blanks[0]} of `{config.name(path)}` has a blank around it",
                    why="the server removes no blanks, so the item matches nothing",
                    help="separate items by commas without blanks",
                )


RULE = BlankAroundItem()
