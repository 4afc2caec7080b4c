"""EXT115."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Related, Severity
from codercfg.rules.external_auth.defaults import apply_defaults, service
from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.items import Entry
    from codercfg.rules.rule import Outcome


class RemotesShared(Rule):
    r"""Two external-auth providers answer for the same remotes.

    What: Two external-auth providers have the same `regex`, their own or that of their type.

    Why: Up to 2.36 the place in the list decides which of them a plain git clone uses. Whoever changes the order
    sends clones to another client without a word.

    Wrong:
    ```env
    # release: 2.33
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_ID=first
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_1_TYPE=github
    CODER_EXTERNAL_AUTH_1_ID=second
    CODER_EXTERNAL_AUTH_1_CLIENT_ID=def
    CODER_EXTERNAL_AUTH_1_CLIENT_SECRET=made-up-2
    ```

    Right:
    ```env
    # release: 2.33
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_ID=first
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_1_TYPE=github
    CODER_EXTERNAL_AUTH_1_ID=second
    CODER_EXTERNAL_AUTH_1_CLIENT_ID=def
    CODER_EXTERNAL_AUTH_1_CLIENT_SECRET=made-up-2
    CODER_EXTERNAL_AUTH_1_REGEX=github\.com/second
    ```
    """

    code = "EXT115"
    name = "remotes-shared"
    severity = Severity.INFO
    until = "2.36"
    source = "coder/coder #27854"
    inferred = True
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One finding for each provider that comes behind another of the same remotes."""
        first: dict[str, Entry] = {}
        for entry in entries(config, EXTERNAL_AUTH):
            remotes = apply_defaults(service(entry), config.release).regex
            if not remotes:
                continue
            earlier = first.setdefault(remotes, entry)
            if earlier is not entry:
                yield self.finding(
                    config,
                    entry.origin("regex", "type"),
                    f"`{entry.label}` answers for the same remotes as `{earlier.label}`",
                    path=f"{entry.path}.regex",
                    why="its place in the list decides which of them a plain git clone uses",
                    help=f"keep the order, or set `{entry.name('regex')}` to remotes of its own",
                    about=entry.about("regex", "type"),
                    related=(Related("the earlier one", earlier.origin("regex", "type")),),
                )


RULE = RemotesShared()
