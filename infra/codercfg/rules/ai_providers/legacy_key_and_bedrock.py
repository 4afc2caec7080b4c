"""AIP119."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Related, Severity
from codercfg.rules.ai_providers import legacy
from codercfg.rules.ai_providers.types import is_database_seed
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class LegacyKeyAndBedrock(Rule):
    """The older Anthropic key and older Bedrock options are both set.

    What: The older Anthropic key is set together with an older Bedrock region, base URL or credential. Both
    describe the provider `anthropic`.

    Why: From 2.34 on the server stops at start. In 2.33 Bedrock wins at each request, and the key is never used.

    Wrong:
    ```env
    # release: 2.34
    CODER_AI_GATEWAY_ANTHROPIC_KEY=made-up
    CODER_AI_GATEWAY_BEDROCK_REGION=us-west-2
    ```

    Right:
    ```env
    # release: 2.34
    CODER_AI_GATEWAY_BEDROCK_REGION=us-west-2
    ```
    """

    code = "AIP119"
    name = "legacy-key-and-bedrock"
    since = "2.33"
    until = "2.37"
    source = "coder/coder #24895"
    triggers = ("ai.bridge.anthropic.key",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Model ids do not count: they have defaults."""
        paths = legacy.providers(config).get("anthropic", ())
        if legacy.ANTHROPIC_KEY in paths and len(paths) > 1:
            fatal = is_database_seed(config.release)
            yield self.finding(
                config,
                legacy.ANTHROPIC_KEY,
                f"`{config.name(legacy.ANTHROPIC_KEY)}` is set together with `{config.name(paths[1])}`",
                why="the server refuses to start" if fatal else "requests go to Bedrock and the key is never used",
                help="remove the key, or list two providers with names of their own",
                about=tuple(config.name(path) for path in paths),
                related=tuple(Related("Bedrock is configured here", config.origin(path)) for path in paths[1:]),
                severity=Severity.ERROR if fatal else Severity.WARNING,
            )


RULE = LegacyKeyAndBedrock()
