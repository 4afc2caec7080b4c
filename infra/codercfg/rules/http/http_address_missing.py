"""HTP001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class HttpAddressMissing(Rule):
    """There is no address to listen on.

    What: The address for plain HTTP is empty, TLS is off, and the older combined address is not set.

    Why: The server has nothing to listen on and stops at start.

    Wrong:
    ```env
    # release: 2.34
    CODER_HTTP_ADDRESS=
    ```

    Right:
    ```env
    CODER_HTTP_ADDRESS=0.0.0.0:8080
    ```
    """

    code = "HTP001"
    name = "http-address-missing"
    source = "coder/coder cli/server.go"
    triggers = ("http_address",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Plain HTTP may go without address only beside TLS."""
        if is_given(config, "http_address") or is_given(config, "address") or config.get("tls.enable"):
            return
        yield self.finding(
            config,
            "http_address",
            f"`{config.name('http_address')}` is empty while TLS is off",
            why="the server has nothing to listen on and stops",
            help="write 0.0.0.0:8080, or remove it to listen on 127.0.0.1:3000",
        )


RULE = HttpAddressMissing()
