"""HTP012."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SecureCookieOverHttp(Rule):
    """Cookies are secure but the access URL is plain HTTP.

    What: Cookies are explicitly marked as secure while users reach the server without TLS.

    Why: Browsers do not send the cookies back, so nobody can log in.

    Wrong:
    ```env
    CODER_ACCESS_URL=http://coder.example.com
    CODER_SECURE_AUTH_COOKIE=true
    ```

    Right:
    ```env
    CODER_ACCESS_URL=https://coder.example.com
    CODER_SECURE_AUTH_COOKIE=true
    ```
    """

    code = "HTP012"
    name = "secure-cookie-over-http"
    severity = Severity.WARNING
    source = "coder/coder codersdk/deployment.go"
    triggers = ("http_cookies.secure_auth_cookie",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The mark needs https."""
        if config.get("http_cookies.secure_auth_cookie") and config.get("access_url").scheme == "http":
            yield self.finding(
                config,
                "http_cookies.secure_auth_cookie",
                f"`{config.name('http_cookies.secure_auth_cookie')}` is on while the access URL is http://",
                why="browsers do not send secure cookies over plain HTTP, so nobody can log in",
                help="use an https access URL, or remove the option: its default follows the access URL",
                about=names(config, "http_cookies.secure_auth_cookie", "access_url"),
            )


RULE = SecureCookieOverHttp()
