"""OID008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TokenClaimsWithUserinfo(Rule):
    """Claims of the access token need userinfo to be ignored.

    What: Claims are taken from the access token while the userinfo endpoint is not ignored.

    Why: The server stops at start. Its message asks for the opposite of what it needs.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_ACCESS_TOKEN_CLAIMS=true
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_ACCESS_TOKEN_CLAIMS=true
    CODER_OIDC_IGNORE_USERINFO=true
    ```
    """

    code = "OID008"
    name = "token-claims-with-userinfo"
    source = "coder/coder cli/server.go"
    triggers = ("oidc.source_user_info_from_access_token",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The two sources exclude each other."""
        claims, ignores = "oidc.source_user_info_from_access_token", "oidc.ignore_user_info"
        if config.get("oidc.client_id") and config.get(claims) and not config.get(ignores):
            yield self.finding(
                config,
                claims,
                f"`{config.name(claims)}` needs `{config.name(ignores)}` to be true",
                why="the server stops at start, with a message that asks for the opposite",
                help=f"set `{config.name(ignores)}` to true, or remove `{config.name(claims)}`",
                about=names(config, claims, ignores),
            )


RULE = TokenClaimsWithUserinfo()
