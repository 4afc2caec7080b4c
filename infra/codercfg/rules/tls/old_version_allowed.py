"""TLS019."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class OldVersionAllowed(Rule):
    """TLS versions without security are allowed.

    What: TLS is enabled and its oldest version is `tls10` or `tls11`.

    Why: Both versions have known weaknesses and were withdrawn by RFC 8996.

    Wrong:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_MIN_VERSION=tls10
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_MIN_VERSION=tls12
    ```
    """

    code = "TLS019"
    name = "old-version-allowed"
    severity = Severity.WARNING
    source = "RFC 8996"
    triggers = ("tls.min_version",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The server allows them."""
        if config.get("tls.enable") and config.get("tls.min_version") in {"tls10", "tls11"}:
            yield self.finding(
                config,
                "tls.min_version",
                f"`{config.name('tls.min_version')}` allows TLS versions that are withdrawn",
                why="TLS 1.0 and 1.1 have known weaknesses",
                help="write tls12 or tls13",
            )


RULE = OldVersionAllowed()
