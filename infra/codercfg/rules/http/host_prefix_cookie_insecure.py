"""HTP010."""

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


class HostPrefixCookieInsecure(Rule):
    """Cookies carry the `__Host-` prefix but are not secure.

    What: The host prefix of cookies is on while cookies are not marked as secure, because the access URL is plain
    HTTP or the mark is switched off.

    Why: Browsers drop such cookies, so nobody can log in. The server does not check it.

    Wrong:
    ```env
    CODER_ACCESS_URL=http://coder.example.com
    CODER_HOST_PREFIX_COOKIE=true
    ```

    Right:
    ```env
    CODER_ACCESS_URL=https://coder.example.com
    CODER_HOST_PREFIX_COOKIE=true
    ```
    """

    code = "HTP010"
    name = "host-prefix-cookie-insecure"
    severity = Severity.WARNING
    source = "coder/coder codersdk/deployment.go; RFC 6265bis, cookie name prefixes"
    triggers = ("http_cookies.host_prefix",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The prefix needs the mark."""
        if config.get("http_cookies.host_prefix") and not are_secure(config):
            yield self.finding(
                config,
                "http_cookies.host_prefix",
                f"`{config.name('http_cookies.host_prefix')}` needs secure cookies",
                why="browsers drop __Host- cookies that are not secure, so nobody can log in",
                help="use an https access URL, and do not switch secure cookies off",
                about=names(config, "http_cookies.host_prefix", "http_cookies.secure_auth_cookie"),
            )


RULE = HostPrefixCookieInsecure()
