"""EXT114."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class GitauthPrefix(Rule):
    """An external-auth provider uses the old prefix CODER_GITAUTH_.

    What: A variable begins with `CODER_GITAUTH_`, the name of the family before it was called
    `CODER_EXTERNAL_AUTH_`.

    Why: The server still reads both, each numbered from 0 and the old ones last. A list spread over both is easily
    put into the wrong order.

    Wrong:
    ```env
    CODER_GITAUTH_0_TYPE=github
    CODER_GITAUTH_0_CLIENT_ID=abc
    CODER_GITAUTH_0_CLIENT_SECRET=made-up
    ```

    Right:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    ```
    """

    code = "EXT114"
    name = "gitauth-prefix"
    severity = Severity.INFO
    source = "coder/coder #9996"
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One finding for all of them."""
        old = [entry for entry in entries(config, EXTERNAL_AUTH) if entry.item.prefix == "CODER_GITAUTH_"]
        if old:
            yield self.finding(
                config,
                old[0].origin(),
                "the prefix `CODER_GITAUTH_` is the old name of `CODER_EXTERNAL_AUTH_`",
                path=old[0].path,
                why="providers under the old name are numbered on their own and come last in the list",
                help="rename the variables to CODER_EXTERNAL_AUTH_, numbered on after the ones that exist",
                about=tuple(name for entry in old for name in entry.about()),
            )


RULE = GitauthPrefix()
