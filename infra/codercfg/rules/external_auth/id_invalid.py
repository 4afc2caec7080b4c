"""EXT103."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_NAME = re.compile(r"[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*")
_RESERVED = ("new", "create")
_LONGEST = 32


def _reason(identifier: str) -> str:
    """Why it is no valid name, or empty."""
    if identifier in _RESERVED:
        return f"is the reserved word `{identifier}`"
    if len(identifier) > _LONGEST:
        return f"is longer than {_LONGEST} characters"
    return "" if _NAME.fullmatch(identifier) else "holds something else than letters, digits and single inner hyphens"


class IdInvalid(Rule):
    """The id of an external-auth provider is no valid name.

    What: The id of an external-auth provider, or the type when no id is set, is not a name of 1 to 32 letters,
    digits and single inner hyphens, or it is `new` or `create`.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_EXTERNAL_AUTH_0_ID=git.example.com
    CODER_EXTERNAL_AUTH_0_TYPE=gitlab
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    ```

    Right:
    ```env
    CODER_EXTERNAL_AUTH_0_ID=git-example-com
    CODER_EXTERNAL_AUTH_0_TYPE=gitlab
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    ```
    """

    code = "EXT103"
    name = "id-invalid"
    source = "coder/coder coderd/externalauth/externalauth.go"
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The id that counts is the defaulted one."""
        for entry in entries(config, EXTERNAL_AUTH):
            identifier = entry.text("id") or entry.text("type")
            reason = _reason(identifier) if identifier else ""
            if reason:
                key = "id" if entry.is_given("id") else "type"
                taken = "" if key == "id" else ", from which the id is taken,"
                yield self.finding(
                    config,
                    entry.origin(key),
                    f"`{entry.name(key)}`{taken} {reason}",
                    path=f"{entry.path}.id",
                    why="the server refuses to start: the id is part of URLs",
                    help=f"set `{entry.name('id')}` to 1 to 32 letters, digits and single inner hyphens, not `new` or `create`",
                    about=entry.about("id", "type"),
                )


RULE = IdInvalid()
