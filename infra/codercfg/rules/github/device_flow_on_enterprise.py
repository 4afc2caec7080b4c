"""GHB007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class DeviceFlowOnEnterprise(Rule):
    """The GitHub device flow is combined with GitHub Enterprise.

    What: Login by device code is on, and the address of an own GitHub is set.

    Why: The server then sets no address for device codes, so that every login fails.

    Wrong:
    ```env
    CODER_OAUTH2_GITHUB_CLIENT_ID=Iv1.fake
    CODER_OAUTH2_GITHUB_CLIENT_SECRET=fake
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    CODER_OAUTH2_GITHUB_ENTERPRISE_BASE_URL=https://github.example.com
    CODER_OAUTH2_GITHUB_DEVICE_FLOW=true
    ```

    Right:
    ```env
    CODER_OAUTH2_GITHUB_CLIENT_ID=Iv1.fake
    CODER_OAUTH2_GITHUB_CLIENT_SECRET=fake
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    CODER_OAUTH2_GITHUB_ENTERPRISE_BASE_URL=https://github.example.com
    ```
    """

    code = "GHB007"
    name = "device-flow-on-enterprise"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("oauth2.github.device_flow",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The flow works with github.com only."""
        flow, address = "oauth2.github.device_flow", "oauth2.github.enterprise_base_url"
        if config.get(flow) and config.get(address):
            yield self.finding(
                config,
                flow,
                f"`{config.name(flow)}` does not work with `{config.name(address)}`",
                why="the server has no address for device codes there, so every login fails",
                help=f"remove `{config.name(flow)}`",
                about=(config.name(flow), config.name(address)),
            )


RULE = DeviceFlowOnEnterprise()
