"""TLS018."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class RedirectOverwritten(Rule):
    """The older redirect option overwrites the newer one.

    What: TLS is on, the older option that redirects HTTP to HTTPS is true, and the redirect to the access URL is
    switched off.

    Why: The older option wins while TLS is on, so requests are redirected.

    Wrong:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_REDIRECT_HTTP_TO_HTTPS=true
    CODER_REDIRECT_TO_ACCESS_URL=false
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_REDIRECT_TO_ACCESS_URL=false
    ```
    """

    code = "TLS018"
    name = "redirect-overwritten"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("tls.redirect_http",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """As a flag it wins with any value."""
        acts = config.get("tls.redirect_http") or config.origin("tls.redirect_http").source == "flag"
        if config.get("tls.enable") and acts and config.is_set("redirect_to_access_url") and not config.get("redirect_to_access_url"):
            yield self.finding(
                config,
                "tls.redirect_http",
                f"`{config.name('tls.redirect_http')}` overwrites `{config.name('redirect_to_access_url')}`",
                why="the older option wins while TLS is on, so requests are redirected",
                help=f"remove `{config.name('tls.redirect_http')}`",
                about=(config.name("tls.redirect_http"), config.name("redirect_to_access_url")),
            )


RULE = RedirectOverwritten()
