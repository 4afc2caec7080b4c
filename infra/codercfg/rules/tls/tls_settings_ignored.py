"""TLS015."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given, names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TlsSettingsIgnored(Rule):
    """TLS settings are given while TLS is off.

    What: Options of the TLS listener are set, but TLS is not enabled.

    Why: The server does not look at them, not even at misspelt ones, and speaks plain HTTP.

    Wrong:
    ```env
    CODER_TLS_CERT_FILE=/etc/coder/tls.crt
    CODER_TLS_KEY_FILE=/etc/coder/tls.key
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CERT_FILE=/etc/coder/tls.crt
    CODER_TLS_KEY_FILE=/etc/coder/tls.key
    ```
    """

    code = "TLS015"
    name = "tls-settings-ignored"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("tls.cert_file", "tls.key_file", "tls.min_version", "tls.client_auth", "tls.supported_ciphers", "tls.address")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """All of them in one finding."""
        if config.get("tls.enable"):
            return
        ignored = [path for path in self.triggers if config.is_set(path) and is_given(config, path)]
        if ignored:
            listed = ", ".join(f"`{config.name(path)}`" for path in ignored)
            yield self.finding(
                config,
                ignored[0],
                f"TLS is off, so nothing reads {listed}",
                why="the server does not look at the options of its TLS listener",
                help=f"set `{config.name('tls.enable')}` to true, or remove the options",
                about=names(config, *ignored),
            )


RULE = TlsSettingsIgnored()
