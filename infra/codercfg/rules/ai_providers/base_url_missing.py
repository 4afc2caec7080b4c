"""AIP125."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class BaseUrlMissing(Rule):
    """An AI provider of a type without public address has no base URL.

    What: An indexed AI provider of the type `azure` or `openai-compat` has no `BASE_URL`. These services have no
    address that all customers share.

    Why: The server starts, and every request to the provider fails.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=azure
    CODER_AI_GATEWAY_PROVIDER_0_KEY=made-up
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=azure
    CODER_AI_GATEWAY_PROVIDER_0_KEY=made-up
    CODER_AI_GATEWAY_PROVIDER_0_BASE_URL=https://example.openai.azure.com/openai/v1/
    ```
    """

    code = "AIP125"
    name = "base-url-missing"
    severity = Severity.WARNING
    since = "2.34"
    until = "2.37"
    source = "coder/coder #25722"
    triggers = ("@providers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The other types have a public address."""
        for entry in entries(config, PROVIDERS):
            if entry.text("type") in {"azure", "openai-compat"} and not entry.is_given("base_url"):
                yield self.finding(
                    config,
                    entry.origin("base_url", "type"),
                    f"`{entry.name('base_url')}` is missing",
                    path=f"{entry.path}.base_url",
                    why="the server does not check it; the type has no public address, so every request fails",
                    help="set it to the address of your own deployment",
                    about=entry.about("base_url", "type"),
                )


RULE = BaseUrlMissing()
