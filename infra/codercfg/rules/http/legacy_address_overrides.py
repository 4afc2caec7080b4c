"""HTP016."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class LegacyAddressOverrides(Rule):
    """The older combined address overrides the others.

    What: The older combined address is set beside the HTTP or TLS address.

    Why: It takes the place of the TLS address while TLS is on, else of the HTTP address, and clears the other one.

    Wrong:
    ```env
    CODER_ADDRESS=0.0.0.0:7000
    CODER_HTTP_ADDRESS=0.0.0.0:8080
    ```

    Right:
    ```env
    CODER_HTTP_ADDRESS=0.0.0.0:8080
    ```
    """

    code = "HTP016"
    name = "legacy-address-overrides"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("address",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Beside it the newer addresses count for nothing."""
        lost = tuple(config.name(path) for path in ("http_address", "tls.address") if config.is_set(path))
        if is_given(config, "address") and lost:
            yield self.finding(
                config,
                "address",
                f"`{config.name('address')}` overrides {' and '.join(f'`{name}`' for name in lost)}",
                why="the older address takes the place of one listener's address and clears the other's",
                help=f"remove `{config.name('address')}`",
                about=(config.name("address"), *lost),
            )


RULE = LegacyAddressOverrides()
