"""SRV013."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class RegistryIgnored(Rule):
    """The registry of the template builder has no effect.

    What: A registry for the template builder is set while the builder is off.

    Why: Nothing reads the registry.

    Wrong:
    ```env
    CODER_DISABLE_TEMPLATE_BUILDER=true
    CODER_TEMPLATE_BUILDER_REGISTRY_URL=https://registry.example.com
    ```

    Right:
    ```env
    CODER_TEMPLATE_BUILDER_REGISTRY_URL=https://registry.example.com
    ```
    """

    code = "SRV013"
    name = "registry-ignored"
    severity = Severity.WARNING
    since = "2.34"
    source = "coder/coder codersdk/deployment.go"
    triggers = ("template_builder.registry_url",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The builder is on by default."""
        registry, disabled = "template_builder.registry_url", "template_builder.disabled"
        if config.get(registry) and config.get(disabled):
            yield self.finding(
                config,
                registry,
                f"`{config.name(registry)}` has no effect while the template builder is off",
                why="nothing reads the registry",
                help="remove one of them",
                about=(config.name(registry), config.name(disabled)),
            )


RULE = RegistryIgnored()
