"""EXT104."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Related
from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.items import Entry
    from codercfg.rules.rule import Outcome


def _source(entry: Entry) -> str:
    """The key that the id comes from."""
    return entry.name("id" if entry.is_given("id") else "type")


class IdDuplicate(Rule):
    """Two external-auth providers have the same id.

    What: Two external-auth providers have the same id. An id that is not set defaults to the type; upper and lower
    case differ. The variables with `CODER_EXTERNAL_AUTH_`, those with `CODER_GITAUTH_` and the YAML list make one
    list.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_1_TYPE=github
    CODER_EXTERNAL_AUTH_1_CLIENT_ID=def
    CODER_EXTERNAL_AUTH_1_CLIENT_SECRET=made-up
    ```

    Right:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_1_ID=github-contractors
    CODER_EXTERNAL_AUTH_1_TYPE=github
    CODER_EXTERNAL_AUTH_1_CLIENT_ID=def
    CODER_EXTERNAL_AUTH_1_CLIENT_SECRET=made-up
    ```
    """

    code = "EXT104"
    name = "id-duplicate"
    source = "coder/coder coderd/externalauth/externalauth.go"
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Each later one is reported, with the first."""
        first: dict[str, Entry] = {}
        for entry in entries(config, EXTERNAL_AUTH):
            identifier = entry.text("id") or entry.text("type")
            earlier = first.setdefault(identifier, entry)
            if identifier and earlier is not entry:
                yield self.finding(
                    config,
                    entry.origin("id", "type"),
                    f"`{_source(entry)}` gives the same id as `{_source(earlier)}`",
                    path=f"{entry.path}.id",
                    why="the server refuses to start: ids are unique, and an id that is not set is the type",
                    help=f"set `{entry.name('id')}` to another id",
                    about=entry.about("id", "type") + earlier.about("id", "type"),
                    related=(Related("the id is first used here", earlier.origin("id", "type")),),
                )


RULE = IdDuplicate()
