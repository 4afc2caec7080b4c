"""TLS002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.listen import fault
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TlsAddressUnusable(Rule):
    """The address for TLS cannot be listened on.

    What: TLS is enabled and the port of its address is no number from 0 to 65535. Reading the option only looks for
    a colon.

    Why: The server stops when it starts to listen.

    Wrong:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_ADDRESS=0.0.0.0:84433
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_ADDRESS=0.0.0.0:8443
    ```
    """

    code = "TLS002"
    name = "tls-address-unusable"
    source = "coder/coder cli/server.go; Go net.Listen"
    triggers = ("tls.enable", "tls.address", "address")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The older combined address takes the place of this one."""
        path = "address" if is_given(config, "address") else "tls.address"
        if not config.get("tls.enable") or not is_given(config, path):
            return
        wrong = fault(config.get(path))
        if wrong is not None:
            yield self.finding(
                config,
                path,
                f"`{config.name(path)}` cannot be listened on: {wrong}",
                why="the server stops when it starts to listen",
                help="write host:port, such as 0.0.0.0:8443",
            )


RULE = TlsAddressUnusable()
