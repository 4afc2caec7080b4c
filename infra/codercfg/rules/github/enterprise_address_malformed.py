"""GHB006."""

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


class EnterpriseAddressMalformed(Rule):
    """The address of GitHub Enterprise is no URL.

    What: The address of an own GitHub is no URL. The option is free text, so reading it finds nothing.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_OAUTH2_GITHUB_CLIENT_ID=Iv1.fake
    CODER_OAUTH2_GITHUB_CLIENT_SECRET=fake
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    CODER_OAUTH2_GITHUB_ENTERPRISE_BASE_URL=://github.example.com
    ```

    Right:
    ```env
    CODER_OAUTH2_GITHUB_CLIENT_ID=Iv1.fake
    CODER_OAUTH2_GITHUB_CLIENT_SECRET=fake
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    CODER_OAUTH2_GITHUB_ENTERPRISE_BASE_URL=https://github.example.com
    ```
    """

    code = "GHB006"
    name = "enterprise-address-malformed"
    source = "coder/coder cli/server.go"
    triggers = ("oauth2.github.enterprise_base_url",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A URL without scheme starts but leads nowhere."""
        path = "oauth2.github.enterprise_base_url"
        address = config.get(path)
        try:
            parsed = url.parse(address)
        except ValueParseError as error:
            yield self.finding(
                config,
                path,
                f"`{config.name(path)}` is no URL: {error.reason}",
                why="the server stops at start",
                help=error.help,
            )
            return
        if address and parsed.scheme not in {"http", "https"}:
            yield self.finding(
                config,
                path,
                f"`{config.name(path)}` begins with neither https:// nor http://",
                why="the server starts, but the addresses that it builds for logins lead nowhere",
                help="write the whole URL, such as https://github.example.com",
                severity=Severity.WARNING,
            )


RULE = EnterpriseAddressMalformed()
