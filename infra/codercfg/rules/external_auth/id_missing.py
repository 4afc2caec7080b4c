"""EXT102."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class IdMissing(Rule):
    """An external-auth provider has neither id nor type.

    What: An external-auth provider leaves both `id` and `type` out or empty, so there is nothing to call it.

    Why: The server stops at start: the empty id is no valid name.

    Wrong:
    ```env
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_0_AUTH_URL=https://git.example.com/authorize
    CODER_EXTERNAL_AUTH_0_TOKEN_URL=https://git.example.com/token
    ```

    Right:
    ```env
    CODER_EXTERNAL_AUTH_0_ID=git
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_0_AUTH_URL=https://git.example.com/authorize
    CODER_EXTERNAL_AUTH_0_TOKEN_URL=https://git.example.com/token
    ```
    """

    code = "EXT102"
    name = "id-missing"
    source = "coder/coder coderd/externalauth/externalauth.go"
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The id defaults to the type."""
        for entry in entries(config, EXTERNAL_AUTH):
            if not entry.is_given("id") and not entry.is_given("type"):
                yield self.finding(
                    config,
                    entry.origin("id", "type"),
                    f"`{entry.name('id')}` and `{entry.name('type')}` are both empty",
                    path=f"{entry.path}.id",
                    why="the server refuses to start: the id defaults to the type, and an empty id is no valid name",
                    help="set the id, which becomes part of URLs and templates, and the type if it is a service that Coder knows",
                    about=entry.about("id", "type"),
                )


RULE = IdMissing()
