"""AIP126."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers import bedrock, credentials
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_VARIABLES = {"openai": "OPENAI_API_KEY", "anthropic": "ANTHROPIC_API_KEY"}


class KeyFromProcess(Rule):
    """An AI provider without a key takes one from the process environment.

    What: An AI provider has no key of its own, and the process environment holds `OPENAI_API_KEY` or
    `ANTHROPIC_API_KEY`.

    Why: Up to 2.33 the gateway falls back to that variable, so all users spend on a key that was meant for
    something else.

    Wrong:
    ```env
    CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
    OPENAI_API_KEY=made-up
    ```

    Right:
    ```env
    CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
    CODER_AIBRIDGE_PROVIDER_0_KEY=made-up-2
    ```
    """

    code = "AIP126"
    name = "key-from-process"
    severity = Severity.WARNING
    since = "2.33"
    until = "2.33"
    source = "coder/aibridge (removed by coder/coder #24783)"
    triggers = ("@providers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Only the two vendors have such a variable."""
        if config.environ.keys().isdisjoint(_VARIABLES.values()):
            return
        for entry in entries(config, PROVIDERS):
            variable = _VARIABLES.get(entry.text("type"), "")
            own = credentials.is_given(entry, credentials.API_KEY) or bedrock.is_bedrock(entry)
            if config.environ.get(variable) and not own:
                yield self.finding(
                    config,
                    entry.origin("key", "type"),
                    f"`{entry.label}` has no key, so the gateway takes `{variable}` of its process",
                    path=f"{entry.path}.key",
                    why="all users of the provider spend on that key",
                    help=f"remove `{variable}` from the pod, or set `{entry.name('key')}`",
                    about=(*entry.about("type"), variable),
                )


RULE = KeyFromProcess()
