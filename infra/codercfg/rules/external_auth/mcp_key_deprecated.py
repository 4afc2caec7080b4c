"""EXT113."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class McpKeyDeprecated(Rule):
    """An external-auth provider uses a deprecated MCP key.

    What: An external-auth provider sets `mcp_url`, `mcp_tool_allow_regex` or `mcp_tool_deny_regex`.

    Why: Upstream marks these keys as deprecated; a later release may ignore them without a word.

    Wrong:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_0_MCP_URL=https://mcp.example.com
    ```

    Right:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    ```
    """

    code = "EXT113"
    name = "mcp-key-deprecated"
    severity = Severity.INFO
    source = "coder/coder coderd/externalauth/externalauth.go"
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One finding a provider."""
        for entry in entries(config, EXTERNAL_AUTH):
            used = [key for key in ("mcp_url", "mcp_tool_allow_regex", "mcp_tool_deny_regex") if entry.is_given(key)]
            if used:
                yield self.finding(
                    config,
                    entry.origin(*used),
                    f"`{entry.name(used[0])}` is deprecated",
                    path=f"{entry.path}.{used[0]}",
                    why="a later release may ignore it without a word",
                    help="remove it unless you depend on it",
                    about=entry.about(*used),
                )


RULE = McpKeyDeprecated()
