"""HYG007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.diagnostics.origin import Origin
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class EmptyVariableIgnored(Rule):
    """An empty variable is not an empty value.

    What: A variable of an option is set but empty.

    Why: This release treats it as unset, so the default or the YAML file counts. Releases from 2.34 on take the
    empty value, and stop at start where it must be a number, duration or address.

    Wrong:
    ```env
    # release: 2.33
    CODER_OIDC_SIGN_IN_TEXT=
    ```

    Right:
    ```env
    # release: 2.33
    CODER_OIDC_SIGN_IN_TEXT=Log in
    ```
    """

    code = "HYG007"
    name = "empty-variable-ignored"
    severity = Severity.WARNING
    until = "2.33"
    source = "serpent ParseEnv; coder/coder #24926"
    triggers = ("@always",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Variables that are no options are not looked at."""
        by_env = config.catalog.by_env
        for name, text in config.environ.items():
            if not text and name in by_env:
                yield self.finding(
                    config,
                    Origin("env", name=name),
                    f"`{name}` is empty, which this release takes for unset",
                    why="the default counts; from 2.34 on the empty value does, which stops the server where it is no value",
                    help="remove the variable, or give it a value",
                    path=by_env[name].path,
                )


RULE = EmptyVariableIgnored()
