"""EXT109."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_LISTS = {
    "scopes": "the server asks for one empty scope and leaves the type's default scopes out",
    "extra_token_keys": "the server keeps one key with an empty name and leaves the type's default keys out",
    "code_challenge_methods_supported": "the server takes it as one unknown method and uses no PKCE",
}


class ListWithEmptyItem(Rule):
    """A list of an external-auth provider holds an empty item.

    What: `scopes`, `extra_token_keys` or the PKCE methods hold an empty item: the variable is set but empty, or has
    two spaces in a row or one at an end. The server splits these variables at every single space.

    Why: An empty list of scopes asks for one empty scope and keeps the type's defaults away; empty PKCE methods
    switch PKCE off.

    Wrong:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_0_SCOPES=
    ```

    Right:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_0_SCOPES=repo workflow
    ```
    """

    code = "EXT109"
    name = "list-with-empty-item"
    severity = Severity.WARNING
    source = "coder/coder coderd/externalauth/externalauth.go"
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """An empty item always comes from white space or an empty variable."""
        for entry in entries(config, EXTERNAL_AUTH):
            for key, consequence in _LISTS.items():
                items = entry.get(key) or ()
                if "" in items:
                    empty = len(items) == 1
                    yield self.finding(
                        config,
                        entry.origin(key),
                        f"`{entry.name(key)}` is {'set but empty' if empty else 'split at every single space into empty items'}",
                        path=f"{entry.path}.{key}",
                        why=consequence if empty else "the server trims nothing: two spaces, or one at an end, make an empty item",
                        help="remove it to get the type's default" if empty else "write the words with one space between them",
                        about=entry.about(key),
                    )


RULE = ListWithEmptyItem()
