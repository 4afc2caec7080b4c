"""EXT111."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.external_auth.addresses import parsed
from codercfg.rules.external_auth.defaults import apply_defaults, service
from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


def _is_web(address: str | None) -> bool:
    found = parsed(address or "")
    return found is not None and found.scheme in {"http", "https"} and bool(found.host)


class AddressMissing(Rule):
    """An external-auth provider has no address to log in at.

    What: An external-auth provider has, after the defaults of its type, no `auth_url` or no `token_url`, or one
    that is no http address.

    Why: The server starts, and the first user who links an account gets an error. Generic providers and the
    self-hosted types have no defaults.

    Wrong:
    ```env
    CODER_EXTERNAL_AUTH_0_ID=git
    CODER_EXTERNAL_AUTH_0_TYPE=bitbucket-server
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    ```

    Right:
    ```env
    CODER_EXTERNAL_AUTH_0_ID=git
    CODER_EXTERNAL_AUTH_0_TYPE=bitbucket-server
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_0_AUTH_URL=https://bitbucket.example.com/rest/oauth2/latest/authorize
    ```
    """

    code = "EXT111"
    name = "address-missing"
    severity = Severity.WARNING
    source = "coder/coder coderd/externalauth/externalauth.go"
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One finding a provider: a broken `auth_url` breaks what derives from it."""
        for entry in entries(config, EXTERNAL_AUTH):
            held = apply_defaults(service(entry), config.release)
            broken = next((key for key in ("auth_url", "token_url") if not _is_web(getattr(held, key))), None)
            if broken is not None and held.id and held.client_id:
                yield self.finding(
                    config,
                    entry.origin(broken, "auth_url", "type"),
                    f"`{entry.name(broken)}` is {'no http or https address' if getattr(held, broken) else 'missing, and has no default'}",
                    path=f"{entry.path}.{broken}",
                    why="the server does not check it; linking an account fails",
                    help="write the whole address, such as https://git.example.com/login/oauth/authorize",
                    about=entry.about(broken, "auth_url", "type"),
                )


RULE = AddressMissing()
