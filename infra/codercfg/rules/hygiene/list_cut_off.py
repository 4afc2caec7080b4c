"""HYG006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.hygiene.by_kind import settings_of
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ListCutOff(Rule):
    """A list is cut off at the end of its first line.

    What: The variable of a list has several lines, and no quotes around an item with a line end.

    Why: The server reads the first line only; the items of the others are lost without a word.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_EMAIL_DOMAIN="example.com
    example.org"
    ```

    Right:
    ```env
    CODER_OIDC_EMAIL_DOMAIN=example.com,example.org
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    ```
    """

    code = "HYG006"
    name = "list-cut-off"
    severity = Severity.WARNING
    source = "serpent StringArray; Go encoding/csv"
    triggers = ("@always",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Only variables are at hand as they were written."""
        for path, setting in settings_of(config, "list") if config.environ else ():
            text = config.environ.get(setting.origin.name or "", "").strip("\r\n")
            if "\n" in text and not any("\n" in item for item in setting.value):
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` has several lines, of which the server reads the first",
                    why="items on the other lines are lost without a word",
                    help="write all items on one line, separated by commas",
                )


RULE = ListCutOff()
