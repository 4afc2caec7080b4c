"""AIP123."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class OldPrefix(Rule):
    """AI providers use the old prefix.

    What: Indexed AI providers are written as `CODER_AIBRIDGE_PROVIDER_<N>_<KEY>`, and the release calls the family
    `CODER_AI_GATEWAY_PROVIDER_`.

    Why: Both are read, but not together: as soon as one variable has the new name, the server stops.

    Wrong:
    ```env
    CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    ```
    """

    code = "AIP123"
    name = "old-prefix"
    severity = Severity.INFO
    since = "2.34"
    until = "2.37"
    source = "coder/coder #25061"
    triggers = ("@providers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One finding for all of them."""
        first = next((entry for entry in entries(config, PROVIDERS) if entry.item.prefix == "CODER_AIBRIDGE_PROVIDER_"), None)
        if first is not None:
            yield self.finding(
                config,
                first.origin(),
                "the prefix `CODER_AIBRIDGE_PROVIDER_` is the old name of `CODER_AI_GATEWAY_PROVIDER_`",
                path=PROVIDERS,
                why="the server reads either, but refuses to start when both are used",
                help="rename all of the variables at once",
                about=first.about(),
            )


RULE = OldPrefix()
