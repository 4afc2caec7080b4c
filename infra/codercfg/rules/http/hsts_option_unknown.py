"""HTP005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class HstsOptionUnknown(Rule):
    """An HSTS option is unknown.

    What: An option of the Strict-Transport-Security header is neither `includeSubDomains` nor `preload`, in any
    case of letters; a blank in front counts.

    Why: The server stops at start, but only when the header is on.

    Wrong:
    ```env
    CODER_STRICT_TRANSPORT_SECURITY=31536000
    CODER_STRICT_TRANSPORT_SECURITY_OPTIONS=includeSubDomains, preload
    ```

    Right:
    ```env
    CODER_STRICT_TRANSPORT_SECURITY=31536000
    CODER_STRICT_TRANSPORT_SECURITY_OPTIONS=includeSubDomains,preload
    ```
    """

    code = "HTP005"
    name = "hsts-option-unknown"
    source = "coder/coder coderd/httpmw/hsts.go"
    triggers = ("strict_transport_security", "strict_transport_security_options")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Without an age the options are not read."""
        if config.get("strict_transport_security") <= 0:
            return
        for number, item in enumerate(config.get("strict_transport_security_options"), 1):
            if item.lower() not in {"includesubdomains", "preload"}:
                yield self.finding(
                    config,
                    "strict_transport_security_options",
                    f"item {number} of `{config.name('strict_transport_security_options')}` is no HSTS option",
                    why="the server stops at start",
                    help="write includeSubDomains, preload or both, separated by a comma without blanks",
                    about=names(config, "strict_transport_security", "strict_transport_security_options"),
                )


RULE = HstsOptionUnknown()
