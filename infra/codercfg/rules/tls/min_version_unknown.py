"""TLS003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import names
from codercfg.rules.rule import Rule
from codercfg.rules.tls.ciphers import VERSIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class MinVersionUnknown(Rule):
    """The oldest TLS version is unknown.

    What: TLS is enabled and its oldest version is not exactly `tls10`, `tls11`, `tls12` or `tls13`.

    Why: The server stops at start. While TLS is off it does not look at the option.

    Wrong:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_MIN_VERSION=1.2
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_MIN_VERSION=tls12
    ```
    """

    code = "TLS003"
    name = "min-version-unknown"
    source = "coder/coder cli/server.go"
    triggers = ("tls.min_version",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The words are matched exactly."""
        if config.get("tls.enable") and config.get("tls.min_version") not in VERSIONS:
            yield self.finding(
                config,
                "tls.min_version",
                f"`{config.name('tls.min_version')}` is no TLS version",
                why="the server stops at start",
                help="write tls10, tls11, tls12 or tls13, in lower case",
                about=names(config, "tls.min_version", "tls.enable"),
            )


RULE = MinVersionUnknown()
