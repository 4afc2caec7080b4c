"""HYG011."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.hygiene.names import several_names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TwoNamesForOneOption(Rule):
    """One option is set under two names.

    What: An option is set under its name and under an older one, with different values.

    Why: One of them wins by the order of upstream's option names, which is not always the newer one:
    `CODER_NOTIFICATIONS_EMAIL_*` beats `CODER_EMAIL_*`.

    Wrong:
    ```env
    CODER_EMAIL_FROM=coder@example.com
    CODER_NOTIFICATIONS_EMAIL_FROM=old@example.com
    CODER_EMAIL_SMARTHOST=smtp.example.com:587
    ```

    Right:
    ```env
    CODER_EMAIL_FROM=coder@example.com
    CODER_EMAIL_SMARTHOST=smtp.example.com:587
    ```
    """

    code = "HYG011"
    name = "two-names-for-one-option"
    severity = Severity.WARNING
    source = "serpent OptionSet, options by name"
    triggers = ("@always",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Equal values do no harm."""
        for path, variables in several_names(config.catalog.series):
            given = [name for name in variables if config.environ.get(name)]
            if len(given) > 1 and len({config.environ[name] for name in given}) > 1 and config.is_set(path):
                yield self.finding(
                    config,
                    path,
                    f"{' and '.join(f'`{name}`' for name in given)} set the same option to different values",
                    why=f"`{config.name(path)}` wins",
                    help=f"keep `{variables[0]}` only",
                    about=tuple(given),
                )


RULE = TwoNamesForOneOption()
