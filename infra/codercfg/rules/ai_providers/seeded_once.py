"""AIP121."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers import legacy
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SeededOnce(Rule):
    """AI providers are copied into the database at the first start only.

    What: AI providers are configured by variables, flags or the stack file, indexed or by the older options, and
    the release is 2.34 to 2.37.

    Why: The first start copies them into the database. When one is changed later, or its key is rotated, every
    replica refuses to start, because the variables differ from the database. A provider deleted in the product
    stays deleted. Nobody can see in a file what was there before; `pulumi preview` remembers, and refuses such a
    change (PUL070).

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_KEY=made-up
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_ENABLED=true
    ```
    """

    code = "AIP121"
    name = "seeded-once"
    severity = Severity.WARNING
    since = "2.34"
    until = "2.37"
    source = "coder/coder coderd/ai_providers_migrate.go (#24895, #25849)"
    triggers = (
        "@providers",
        "ai.bridge.openai.key",
        "ai.bridge.anthropic.key",
        "ai.bridge.bedrock.region",
        "ai.bridge.bedrock.base_url",
        "ai.bridge.bedrock.access_key",
        "ai.bridge.bedrock.access_key_secret",
    )

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Once, however many providers there are."""
        older = [path for paths in legacy.providers(config).values() for path in paths]
        first = next(iter(entries(config, PROVIDERS)), None)
        if first is None and not older:
            return
        yield self.finding(
            config,
            older[0] if first is None else first.origin(),
            f"Coder {config.release} copies AI providers into its database at the first start only",
            path="" if first is None else PROVIDERS,
            why="changing one afterwards, or rotating its key, makes every replica refuse to start",
            help="manage the providers in the product, through its API or with Terraform, and remove them here after the first start",
            about=(config.name(older[0]),) if first is None else first.about(),
        )


RULE = SeededOnce()
