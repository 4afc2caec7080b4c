"""How long logins and tokens last."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Duration
from codercfg.options.opt import Opt


class SessionLifetime(Group):
    """How long logins and tokens last."""

    default_duration: Annotated[
        Duration,
        Opt(
            name="Session Duration",
            env="CODER_SESSION_DURATION",
            flag="session-duration",
            yaml="networking.http.sessionDuration",
            description=("How long a browser login lasts when nobody uses it. 0, or not below the OAuth refresh lifetime, stops start-up."),
            default="24h0m0s",
            group="Networking / HTTP",
        ),
    ] = None
    default_token_lifetime: Annotated[
        Duration,
        Opt(
            name="Default Token Lifetime",
            env="CODER_DEFAULT_TOKEN_LIFETIME",
            flag="default-token-lifetime",
            yaml="defaultTokenLifetime",
            description=(
                "Life of API tokens made without an explicit one, including command-line logins. Not compared with the maximum lifetimes."
            ),
            default="168h0m0s",
        ),
    ] = None
    disable_expiry_refresh: Annotated[
        Boolean,
        Opt(
            name="Disable Session Expiry Refresh",
            env="CODER_DISABLE_SESSION_EXPIRY_REFRESH",
            flag="disable-session-expiry-refresh",
            yaml="networking.http.disableSessionExpiryRefresh",
            description="Stops activity from extending a session, so each login ends after a fixed time.",
            group="Networking / HTTP",
        ),
    ] = None
    max_admin_token_lifetime: Annotated[
        Duration,
        Opt(
            name="Maximum Admin Token Lifetime",
            env="CODER_MAX_ADMIN_TOKEN_LIFETIME",
            flag="max-admin-token-lifetime",
            yaml="networking.http.maxAdminTokenLifetime",
            description=(
                "Longest life that holders of the owner role may give their own API tokens. Default is 7 days, far below "
                "the limit of ordinary users."
            ),
            default="168h0m0s",
            group="Networking / HTTP",
        ),
    ] = None
    max_token_lifetime: Annotated[
        Duration,
        Opt(
            name="Max Token Lifetime",
            env="CODER_MAX_TOKEN_LIFETIME",
            flag="max-token-lifetime",
            yaml="networking.http.maxTokenLifetime",
            description=(
                "Longest life that ordinary users may request for an API token. Default is a century; session tokens inside"
                " workspaces always last this long."
            ),
            default="876600h0m0s",
            group="Networking / HTTP",
        ),
    ] = None
    refresh_default_duration: Annotated[
        Duration,
        Opt(
            name="Default OAuth Refresh Lifetime",
            env="CODER_DEFAULT_OAUTH_REFRESH_LIFETIME",
            flag="default-oauth-refresh-lifetime",
            yaml="defaultOAuthRefreshLifetime",
            description=(
                "How long other applications that log in through Coder may renew their access. Must exceed the session "
                "duration even if unused."
            ),
            default="720h0m0s",
        ),
    ] = None
