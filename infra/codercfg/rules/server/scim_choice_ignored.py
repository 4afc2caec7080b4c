"""SRV012."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ScimChoiceIgnored(Rule):
    """The choice of the SCIM code has no effect.

    What: The older SCIM code is chosen or refused, but SCIM itself is off because it has no secret.

    Why: The server does not read the choice.

    Wrong:
    ```env
    CODER_SCIM_USE_LEGACY=false
    ```

    Right:
    ```env
    CODER_SCIM_USE_LEGACY=false
    CODER_SCIM_AUTH_HEADER=fake
    ```
    """

    code = "SRV012"
    name = "scim-choice-ignored"
    severity = Severity.WARNING
    since = "2.34"
    source = "coder/coder enterprise/cli/server.go"
    triggers = ("scim_use_legacy",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The secret is the switch."""
        if not is_given(config, "scim_api_key"):
            yield self.finding(
                config,
                "scim_use_legacy",
                f"`{config.name('scim_use_legacy')}` has no effect without `{config.name('scim_api_key')}`",
                why="SCIM is off without its secret",
                help=f"set `{config.name('scim_api_key')}`, or remove the choice",
            )


RULE = ScimChoiceIgnored()
