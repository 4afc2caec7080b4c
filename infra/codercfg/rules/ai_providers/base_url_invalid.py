"""AIP124."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.ai_providers import base_urls
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class BaseUrlInvalid(Rule):
    """A base URL of an AI provider is no web address.

    What: `BASE_URL` or `BEDROCK_BASE_URL` of an indexed AI provider is not an http or https URL with a host.

    Why: The server does not look at it when it starts; every request to the provider fails.

    Wrong:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_BASE_URL=llm.example.com
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
    CODER_AI_GATEWAY_PROVIDER_0_BASE_URL=https://llm.example.com/v1/
    ```
    """

    code = "AIP124"
    name = "base-url-invalid"
    severity = Severity.WARNING
    since = "2.33"
    until = "2.37"
    source = "coder/coder cli/server.go (#23948)"
    triggers = ("@providers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Empty means the type's own address."""
        for entry in entries(config, PROVIDERS):
            for key in base_urls.given(entry):
                if base_urls.host_of(entry.text(key)) is None:
                    yield self.finding(
                        config,
                        entry.origin(key),
                        f"`{entry.name(key)}` is no http or https address",
                        path=f"{entry.path}.{key}",
                        why="the server does not check it; every request to the provider fails",
                        help="write the whole address, such as https://llm.example.com/v1/",
                        about=entry.about(key),
                    )


RULE = BaseUrlInvalid()
