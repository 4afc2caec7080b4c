"""EXT106."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.external_auth.defaults import apply_defaults, service
from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class DeviceFlowWithoutUrl(Rule):
    """An external-auth provider uses the device flow but has no address for it.

    What: `device_flow` is true, but there is no `device_code_url`. Only the type `github` has a default for it.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=gitlab
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_DEVICE_FLOW=true
    ```

    Right:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=gitlab
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_DEVICE_FLOW=true
    CODER_EXTERNAL_AUTH_0_DEVICE_CODE_URL=https://gitlab.com/oauth/authorize_device
    ```
    """

    code = "EXT106"
    name = "device-flow-without-url"
    source = "coder/coder coderd/externalauth/externalauth.go"
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """What counts is the address after the type's defaults."""
        for entry in entries(config, EXTERNAL_AUTH):
            if entry.get("device_flow") and not apply_defaults(service(entry), config.release).device_code_url:
                yield self.finding(
                    config,
                    entry.origin("device_flow"),
                    f"`{entry.name('device_flow')}` is on, but `{entry.name('device_code_url')}` is not set",
                    path=f"{entry.path}.device_flow",
                    why="the server refuses to start: only the type github has a default for the address",
                    help=f"set `{entry.name('device_code_url')}`, or switch the device flow off",
                    about=entry.about("device_flow"),
                )


RULE = DeviceFlowWithoutUrl()
