"""OID009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule
from codercfg.values import url
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class IssuerNotAUrl(Rule):
    """The issuer is no URL.

    What: OpenID Connect is on and the issuer is no URL, or not one that begins with `https://` or `http://`. The
    option is free text, so reading it finds nothing.

    Why: The server looks for the issuer's discovery document when it starts, and stops when it finds none.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp example.com
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    ```
    """

    code = "OID009"
    name = "issuer-not-a-url"
    source = "coder/coder cli/server.go; go-oidc NewProvider"
    triggers = ("oidc.issuer_url",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A URL of another kind is a warning: the network was not asked."""
        issuer = config.get("oidc.issuer_url")
        if not issuer or not config.get("oidc.client_id"):
            return
        try:
            parsed = url.parse_kept(issuer)
        except ValueParseError as error:
            yield self.finding(
                config,
                "oidc.issuer_url",
                f"`{config.name('oidc.issuer_url')}` is no URL: {error.reason}",
                why="the server finds no discovery document and stops at start",
                help=error.help,
            )
            return
        if parsed.scheme not in {"http", "https"} or not parsed.host:
            yield self.finding(
                config,
                "oidc.issuer_url",
                f"`{config.name('oidc.issuer_url')}` is not an http or https URL",
                why="the server cannot find a discovery document there when it starts",
                help="write the issuer exactly as the provider names it, such as https://idp.example.com/realms/main",
                severity=Severity.WARNING,
            )


RULE = IssuerNotAUrl()
