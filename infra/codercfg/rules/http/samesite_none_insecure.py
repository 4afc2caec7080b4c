"""HTP011."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.http.cookies import are_secure
from codercfg.rules.reading import names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SamesiteNoneInsecure(Rule):
    """Cookies allow cross-site use but are not secure.

    What: `SameSite` is `none` while cookies are not marked as secure.

    Why: Browsers drop such cookies, so nobody can log in. The server does not check it.

    Wrong:
    ```env
    CODER_ACCESS_URL=http://coder.example.com
    CODER_SAMESITE_AUTH_COOKIE=none
    ```

    Right:
    ```env
    CODER_ACCESS_URL=https://coder.example.com
    CODER_SAMESITE_AUTH_COOKIE=none
    ```
    """

    code = "HTP011"
    name = "samesite-none-insecure"
    severity = Severity.WARNING
    source = "coder/coder codersdk/deployment.go; RFC 6265bis, the SameSite attribute"
    triggers = ("http_cookies.same_site",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """`none` needs the mark."""
        if config.get("http_cookies.same_site").lower() == "none" and not are_secure(config):
            yield self.finding(
                config,
                "http_cookies.same_site",
                f"`{config.name('http_cookies.same_site')}` is `none` without secure cookies",
                why="browsers drop such cookies, so nobody can log in",
                help="write lax, or use an https access URL and leave secure cookies on",
                about=names(config, "http_cookies.same_site", "http_cookies.secure_auth_cookie"),
            )


RULE = SamesiteNoneInsecure()
