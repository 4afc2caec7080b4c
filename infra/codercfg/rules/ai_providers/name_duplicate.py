"""AIP103."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Related
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.items import Entry
    from codercfg.rules.rule import Outcome


def _source(entry: Entry) -> str:
    """The key that the name comes from."""
    return entry.name("name" if entry.is_given("name") else "type")


class NameDuplicate(Rule):
    """Two AI providers have the same name.

    What: Two indexed AI providers have the same name. A name that is not set, or set but empty, defaults to the
    type.

    Why: The server stops at start, even when the gateway is switched off.

    Wrong:
    ```env
    # release: 2.33
    CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
    CODER_AIBRIDGE_PROVIDER_0_KEY=made-up-1
    CODER_AIBRIDGE_PROVIDER_1_TYPE=openai
    CODER_AIBRIDGE_PROVIDER_1_KEY=made-up-2
    ```

    Right:
    ```env
    # release: 2.33
    CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
    CODER_AIBRIDGE_PROVIDER_0_KEY=made-up-1
    CODER_AIBRIDGE_PROVIDER_1_TYPE=openai
    CODER_AIBRIDGE_PROVIDER_1_NAME=openai-eu
    CODER_AIBRIDGE_PROVIDER_1_KEY=made-up-2
    ```
    """

    code = "AIP103"
    name = "name-duplicate"
    since = "2.33"
    until = "2.37"
    source = "coder/coder cli/server.go (#23948)"
    triggers = ("@providers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Each later one is reported, with the first."""
        first: dict[str, Entry] = {}
        for entry in entries(config, PROVIDERS):
            name = entry.text("name") or entry.text("type")
            earlier = first.setdefault(name, entry)
            if name and earlier is not entry:
                yield self.finding(
                    config,
                    entry.origin("name", "type"),
                    f"`{_source(entry)}` gives the same name as `{_source(earlier)}`",
                    path=f"{entry.path}.name",
                    why="the server refuses to start: names are routes, and a name that is not set is the type",
                    help=f"set `{entry.name('name')}` to another name",
                    about=entry.about("name", "type") + earlier.about("name", "type"),
                    related=(Related("the name is first used here", earlier.origin("name", "type")),),
                )


RULE = NameDuplicate()
