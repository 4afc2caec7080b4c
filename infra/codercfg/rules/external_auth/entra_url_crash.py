"""EXT107."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import CRASHES
from codercfg.rules.external_auth.addresses import auth_url_of
from codercfg.rules.external_auth.defaults import service, type_of
from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_TENANT_AND_WORD = 3  # the text before the first slash, the tenant, and `oauth2`


def _crashes(path: str) -> bool:
    segments = path.split("/")
    return len(segments) < _TENANT_AND_WORD or (len(segments) == _TENANT_AND_WORD and segments[-1] == "oauth2")


class EntraUrlCrash(Rule):
    """The address of an azure-devops-entra provider crashes the server.

    What: An external-auth provider of the type `azure-devops-entra` has an `auth_url` whose path is too short:
    fewer than two segments, or exactly `/<tenant>/oauth2`.

    Why: The server crashes at start: it looks up a path segment that is not there.

    Wrong:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=azure-devops-entra
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_0_AUTH_URL=https://login.microsoftonline.com
    ```

    Right:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=azure-devops-entra
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_0_AUTH_URL=https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/oauth2/authorize
    ```
    """

    code = "EXT107"
    name = "entra-url-crash"
    source = "coder/coder coderd/externalauth/externalauth.go"
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The type counts as the release compares it."""
        for entry in entries(config, EXTERNAL_AUTH):
            if type_of(service(entry), config.release) != "azure-devops-entra":
                continue
            address = auth_url_of(service(entry))
            if address is not None and _crashes(address.path):
                yield self.finding(
                    config,
                    entry.origin("auth_url"),
                    f"the path of `{entry.name('auth_url')}` is too short for the type azure-devops-entra",
                    path=f"{entry.path}.auth_url",
                    why=f"{CRASHES} at start: it looks up a path segment that is not there",
                    help="write https://login.microsoftonline.com/<tenant id>/oauth2/authorize",
                    about=entry.about("auth_url", "type"),
                )


RULE = EntraUrlCrash()
