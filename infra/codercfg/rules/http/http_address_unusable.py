"""HTP002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.listen import fault
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class HttpAddressUnusable(Rule):
    """The address for plain HTTP cannot be listened on.

    What: The address has no port, carries a scheme, has misplaced brackets, or names a port outside 0 to 65535. The
    option is free text, so reading it finds nothing.

    Why: The server stops when it starts to listen.

    Wrong:
    ```env
    CODER_HTTP_ADDRESS=8080
    ```

    Right:
    ```env
    CODER_HTTP_ADDRESS=0.0.0.0:8080
    ```
    """

    code = "HTP002"
    name = "http-address-unusable"
    source = "coder/coder cli/server.go; Go net.Listen"
    triggers = ("http_address", "address")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The older combined address takes the place of both others."""
        path = "address" if is_given(config, "address") else "http_address"
        if not is_given(config, path) or (path == "address" and config.get("tls.enable")):
            return
        wrong = fault(config.get(path))
        if wrong is not None:
            yield self.finding(
                config,
                path,
                f"`{config.name(path)}` cannot be listened on: {wrong}",
                why="the server stops when it starts to listen",
                help="write host:port, such as 0.0.0.0:8080",
            )


RULE = HttpAddressUnusable()
