"""EXT112."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.diagnostics.nearest import nearest
from codercfg.rules.external_auth.type_defaults import ANY_CASE_SINCE, BY_TYPE
from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_KNOWN = (*BY_TYPE, "bitbucket")


def _case_counts(text: str, config: Configuration) -> bool:
    return text.lower() == "azure-devops" or not config.release.at_least(ANY_CASE_SINCE)


def _consequence(text: str) -> str:
    if text.lower() == "azure-devops":
        return "the special token exchange of Azure DevOps is used only for the exact lower-case word; linking an account fails"
    return "the server takes it for a generic OAuth2 service and applies none of the type's defaults"


class TypeMisspelt(Rule):
    """The type of an external-auth provider looks misspelt.

    What: The type of an external-auth provider is no type that the server knows, but looks like one: a letter is
    wrong, white space is around it, or (up to 2.31, and for the token exchange of `azure-devops` always) upper and
    lower case differ.

    Why: The server takes any word for a generic OAuth2 service, so none of the type's defaults apply.

    Wrong:
    ```env
    CODER_EXTERNAL_AUTH_0_ID=work
    CODER_EXTERNAL_AUTH_0_TYPE=githb
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    ```

    Right:
    ```env
    CODER_EXTERNAL_AUTH_0_ID=work
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    ```
    """

    code = "EXT112"
    name = "type-misspelt"
    severity = Severity.WARNING
    source = "coder/coder coderd/externalauth/externalauth.go"
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Only words near a known type: any word is legitimate."""
        for entry in entries(config, EXTERNAL_AUTH):
            text = entry.text("type")
            if not text or text in _KNOWN or (text.lower() in _KNOWN and not _case_counts(text, config)):
                continue
            meant = nearest(text.strip(), _KNOWN, most=1)
            if meant:
                yield self.finding(
                    config,
                    entry.origin("type"),
                    f"`{entry.name('type')}` is not written `{meant[0]}`",
                    path=f"{entry.path}.type",
                    why=_consequence(text),
                    help=f"write `{meant[0]}`, unless it is a service of another kind",
                    about=entry.about("type"),
                )


RULE = TypeMisspelt()
