"""EXT110."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.external_auth.addresses import auth_url_of, parsed, remotes_of
from codercfg.rules.external_auth.defaults import apply_defaults, service
from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.releases.release import Release
    from codercfg.rules.items import Entry
    from codercfg.rules.rule import Outcome

_ADDRESSES = ("token_url", "validate_url", "revoke_url", "app_installations_url", "api_base_url")


def _foreign(entry: Entry, release: Release) -> list[str]:
    """The keys whose default belongs to the type's public service although `auth_url` names another host."""
    own = auth_url_of(service(entry))
    public = apply_defaults(service(entry).model_copy(update={"auth_url": None}), release).auth_url
    if own is None or not own.host or not public or not _is_elsewhere(public, own.host):
        return []  # a type without a public service derives every address from `auth_url`
    held = apply_defaults(service(entry), release)
    found = [key for key in _ADDRESSES if not entry.is_given(key) and _is_elsewhere(getattr(held, key), own.host)]
    return found if entry.is_given("regex") or not held.regex or held.regex == remotes_of(own.host) else [*found, "regex"]


def _is_elsewhere(address: str | None, host: str) -> bool:
    found = parsed(address or "")
    return found is not None and found.host not in {"", host}


class DefaultOnAnotherHost(Rule):
    r"""A default address of an external-auth provider lies on another host.

    What: An external-auth provider sets `auth_url` to a host of its own, but leaves another address to the default
    of its type, and that default is the public service.

    Why: Users give their consent on one host, and the code, the token or the client secret goes to the other. Only
    some addresses of some types follow `auth_url`: none of `github`, `bitbucket-cloud`, `azure-devops` and `slack`;
    not the API address of `gitea`, and of `gitlab` only from 2.34.

    Wrong:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_0_AUTH_URL=https://ghe.example.com/login/oauth/authorize
    ```

    Right:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    CODER_EXTERNAL_AUTH_0_AUTH_URL=https://ghe.example.com/login/oauth/authorize
    CODER_EXTERNAL_AUTH_0_TOKEN_URL=https://ghe.example.com/login/oauth/access_token
    CODER_EXTERNAL_AUTH_0_VALIDATE_URL=https://ghe.example.com/api/v3/user
    CODER_EXTERNAL_AUTH_0_REVOKE_URL=https://ghe.example.com/api/v3/applications/abc/grant
    CODER_EXTERNAL_AUTH_0_APP_INSTALLATIONS_URL=https://ghe.example.com/api/v3/user/installations
    CODER_EXTERNAL_AUTH_0_API_BASE_URL=https://ghe.example.com/api/v3
    CODER_EXTERNAL_AUTH_0_REGEX=ghe\.example\.com
    ```
    """

    code = "EXT110"
    name = "default-on-another-host"
    severity = Severity.WARNING
    source = "coder/coder coderd/externalauth/externalauth.go"
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One finding a provider, which names all addresses."""
        for entry in entries(config, EXTERNAL_AUTH):
            foreign = _foreign(entry, config.release)
            if foreign:
                yield self.finding(
                    config,
                    entry.origin("auth_url"),
                    f"`{entry.name('auth_url')}` names a host of your own, but other addresses stay on the public service",
                    path=f"{entry.path}.auth_url",
                    why=f"the defaults of {', '.join(f'`{key}`' for key in foreign)} are the public service's, which gets codes or secrets",
                    help=f"set {', '.join(f'`{entry.name(key)}`' for key in foreign)}",
                    about=entry.about("auth_url", "type"),
                )


RULE = DefaultOnAnotherHost()
