"""AIP104."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers.types import is_database_seed
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class NameInvalid(Rule):
    """The name of an AI provider is no valid route.

    What: The name of an indexed AI provider is not made of lower-case letters, digits and single inner hyphens.

    Why: From 2.34 on the server stops at start. 2.33 starts, and the first request of any user then fails: one bad
    name breaks the gateway for everybody.

    Wrong:
    ```env
    # release: 2.34
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_NAME=My_OpenAI
    ```

    ```env
    # release: 2.33
    CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
    CODER_AIBRIDGE_PROVIDER_0_NAME=My_OpenAI
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_NAME=my-openai
    ```
    """

    code = "AIP104"
    name = "name-invalid"
    since = "2.33"
    until = "2.37"
    source = "coder/coder #24895; coder/aibridge bridge.go"
    triggers = ("@providers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A name that defaults to a known type is always valid, one that defaults to an unknown type is another finding."""
        at_start = is_database_seed(config.release)
        for entry in entries(config, PROVIDERS):
            name = entry.text("name")
            if name and not _NAME.fullmatch(name):
                yield self.finding(
                    config,
                    entry.origin("name"),
                    f"`{entry.name('name')}` holds something else than lower-case letters, digits and single inner hyphens",
                    path=f"{entry.path}.name",
                    why="the server refuses to start" if at_start else "the server starts, but every request of every user fails",
                    help="write a name such as `openai-eu`; it is part of the provider's route",
                    about=entry.about("name"),
                    severity=Severity.ERROR if at_start else Severity.WARNING,
                )


RULE = NameInvalid()
