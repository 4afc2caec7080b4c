"""EXT101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ClientIdMissing(Rule):
    """An external-auth provider has no client id.

    What: An external-auth provider leaves `client_id` out or empty. One variable with an empty value is enough to
    make the entry exist.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=
    ```

    Right:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=Iv1.0123456789abcdef
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    ```
    """

    code = "EXT101"
    name = "client-id-missing"
    source = "coder/coder coderd/externalauth/externalauth.go"
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Every provider needs one."""
        for entry in entries(config, EXTERNAL_AUTH):
            if not entry.is_given("client_id"):
                yield self.finding(
                    config,
                    entry.origin("client_id", "type"),
                    f"`{entry.name('client_id')}` is {'missing' if entry.get('client_id') is None else 'empty'}",
                    path=f"{entry.path}.client_id",
                    why="the server refuses to start: every provider needs the id of its OAuth application",
                    help="set it to the id of the OAuth application, or remove all other keys of this provider",
                    about=entry.about("client_id"),
                )


RULE = ClientIdMissing()
