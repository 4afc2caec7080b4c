"""AIP107."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Related, Severity
from codercfg.rules.ai_providers import legacy
from codercfg.rules.ai_providers.types import is_database_seed
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_SWITCHES = ("ai.bridge.enabled", "ai.aibridge_proxy.enabled")
_STOPS = "the server refuses to start: both would be the same provider"
_STOPS_LATER = "the server refuses to start as soon as the gateway or its proxy is switched on"


class LegacyConflict(Rule):
    """An older provider option and an indexed AI provider have the same name.

    What: The older OpenAI key makes a provider named `openai`; the older Anthropic key, or any of the older Bedrock
    address and credentials, makes one named `anthropic`. An indexed provider has the same name. What counts is the
    name, whatever the type; a name that is not set is the type.

    Why: The server stops at start: 2.33 when the gateway or its proxy is on, later releases always. When only
    Bedrock is set, the server's message still blames the Anthropic key.

    Wrong:
    ```env
    # release: 2.33
    CODER_AIBRIDGE_ENABLED=true
    CODER_AIBRIDGE_OPENAI_KEY=made-up-1
    CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
    CODER_AIBRIDGE_PROVIDER_0_KEY=made-up-2
    ```

    ```env
    # release: 2.34
    CODER_AI_GATEWAY_BEDROCK_REGION=us-west-2
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_NAME=anthropic
    ```

    Right:
    ```env
    # release: 2.33
    CODER_AIBRIDGE_ENABLED=true
    CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
    CODER_AIBRIDGE_PROVIDER_0_KEY=made-up-1
    CODER_AIBRIDGE_PROVIDER_1_TYPE=openai
    CODER_AIBRIDGE_PROVIDER_1_NAME=openai-2
    CODER_AIBRIDGE_PROVIDER_1_KEY=made-up-2
    ```
    """

    code = "AIP107"
    name = "legacy-conflict"
    since = "2.33"
    until = "2.37"
    source = "coder/coder enterprise/cli/aibridged.go (#23948), cli/server.go (#24895)"
    triggers = ("@providers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One finding for each indexed provider that clashes."""
        older = legacy.providers(config)
        checked = is_database_seed(config.release) or any(config.get(path) for path in _SWITCHES)
        for entry in entries(config, PROVIDERS) if older else ():
            paths = older.get(entry.text("name") or entry.text("type"), ())
            if paths:
                key = "name" if entry.is_given("name") else "type"
                yield self.finding(
                    config,
                    entry.origin(key),
                    f"`{entry.name(key)}` gives the same name as `{config.name(paths[0])}`",
                    path=f"{entry.path}.name",
                    why=_STOPS if checked else _STOPS_LATER,
                    help=f"move `{config.name(paths[0])}` into an indexed provider, or set `{entry.name('name')}` to another name",
                    about=(*(config.name(path) for path in paths), *entry.about("name", "type")),
                    related=tuple(Related("the older option is set here", config.origin(path)) for path in paths),
                    severity=Severity.ERROR if checked else Severity.WARNING,
                )


RULE = LegacyConflict()
