"""AIP109."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers import credentials
from codercfg.rules.ai_providers.types import is_database_seed
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class CredentialEmpty(Rule):
    """A credential of an AI provider is empty.

    What: A key, a Bedrock access key or its secret is set but empty, or a list of them has an empty item. White
    space around a credential does not count. A variable that comes from an optional key of a Kubernetes Secret is a
    usual cause.

    Why: From 2.34 on the server stops at start. 2.33 starts with a provider that has no key of its own.

    Wrong:
    ```env
    # release: 2.34
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_KEY=
    ```

    ```env
    # release: 2.34
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_KEYS=made-up,
    ```

    Right:
    ```env
    # release: 2.34
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    ```
    """

    code = "AIP109"
    name = "credential-empty"
    since = "2.33"
    until = "2.37"
    source = "coder/coder #24683"
    triggers = ("@providers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """When both spellings are set, that is the finding."""
        fatal = is_database_seed(config.release)
        for entry in credentials.with_visible(config):
            for pair in credentials.PAIRS:
                found = credentials.items(entry, pair)
                if not found or "" not in found:
                    continue
                if all(entry.get(name) is not None for name in pair) or not (fatal or len(found) == 1):
                    continue
                key = credentials.written(entry, pair)
                yield self.finding(
                    config,
                    entry.origin(key),
                    f"`{entry.name(key)}` {'is empty' if len(found) == 1 else 'has an empty item'}",
                    path=f"{entry.path}.{key}",
                    why="the server refuses to start" if fatal else "the provider has no such credential; later releases refuse to start",
                    help="set it, or leave it out altogether",
                    about=entry.about(key),
                    severity=Severity.ERROR if fatal else Severity.WARNING,
                )


RULE = CredentialEmpty()
