"""EXT105."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule
from codercfg.values import regexp
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_PATTERNS = ("regex", "mcp_tool_allow_regex", "mcp_tool_deny_regex")


class RegexInvalid(Rule):
    r"""A pattern of an external-auth provider is no RE2 pattern.

    What: `regex`, `mcp_tool_allow_regex` or `mcp_tool_deny_regex` of an external-auth provider does not compile.
    Go's patterns are RE2: there is no look-around and there are no back-references.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_0_REGEX=(?=github)
    ```

    Right:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_0_REGEX=github\.com
    ```
    """

    code = "EXT105"
    name = "regex-invalid"
    source = "coder/coder coderd/externalauth/externalauth.go"
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The server compiles them once it has the whole list."""
        for entry in entries(config, EXTERNAL_AUTH):
            for key in _PATTERNS:
                try:
                    regexp.parse(entry.text(key)) if entry.is_given(key) else None
                except ValueParseError as error:
                    yield self.finding(
                        config,
                        entry.origin(key),
                        f"`{entry.name(key)}`: {error.reason}",
                        path=f"{entry.path}.{key}",
                        why="the server refuses to start: the pattern does not compile",
                        help=error.help,
                        about=entry.about(key),
                    )


RULE = RegexInvalid()
