"""TLS004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_MODES = ("none", "request", "require-any", "verify-if-given", "require-and-verify")


class ClientAuthUnknown(Rule):
    """The mode of client certificates is unknown.

    What: TLS is enabled and the mode in which visitors show certificates is not exactly one of the five words.

    Why: The server stops at start. While TLS is off it does not look at the option.

    Wrong:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CLIENT_AUTH=require
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CLIENT_AUTH=require-any
    ```
    """

    code = "TLS004"
    name = "client-auth-unknown"
    source = "coder/coder cli/server.go"
    triggers = ("tls.client_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The words are matched exactly."""
        if config.get("tls.enable") and config.get("tls.client_auth") not in _MODES:
            yield self.finding(
                config,
                "tls.client_auth",
                f"`{config.name('tls.client_auth')}` is no mode of client certificates",
                why="the server stops at start",
                help=f"write one of: {', '.join(_MODES)}",
                about=names(config, "tls.client_auth", "tls.enable"),
            )


RULE = ClientAuthUnknown()
