"""HTP017."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class RedirectLoops(Rule):
    """Redirecting to the access URL loops behind a proxy.

    What: Requests are redirected to an https access URL while the server itself does not speak TLS.

    Why: A proxy that ends TLS passes plain requests on; the server answers each with the same redirect, forever.

    Wrong:
    ```env
    CODER_ACCESS_URL=https://coder.example.com
    CODER_REDIRECT_TO_ACCESS_URL=true
    ```

    Right:
    ```env
    CODER_ACCESS_URL=https://coder.example.com
    CODER_REDIRECT_TO_ACCESS_URL=true
    CODER_TLS_ENABLE=true
    CODER_TLS_ADDRESS=0.0.0.0:8443
    ```
    """

    code = "HTP017"
    name = "redirect-loops"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("redirect_to_access_url",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """With an https access URL the server must end TLS itself."""
        if config.get("redirect_to_access_url") and config.get("access_url").scheme == "https" and not config.get("tls.enable"):
            yield self.finding(
                config,
                "redirect_to_access_url",
                f"`{config.name('redirect_to_access_url')}` loops: the access URL is https but TLS is off here",
                why="behind a proxy that ends TLS every request is redirected to itself",
                help="remove it and let the proxy redirect, or let the server end TLS",
                about=names(config, "redirect_to_access_url", "access_url", "tls.enable"),
            )


RULE = RedirectLoops()
