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
            description=(
                "How long a browser login lasts when nobody uses it. A duration such as `24h`; the server does not start when it is 0 or "
                "not shorter than `session_lifetime.refresh_default_duration`."
            ),
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
                "Lifetime of API tokens that are made without one, logins of the command line included. A duration such as `168h`; the "
                "maximum lifetimes do not limit it."
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
            description="Stops use from extending a session, so that every login ends after `session_lifetime.default_duration`.",
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
                "Longest lifetime that owners may give their own API tokens. A duration such as `168h`; the default of seven days is far "
                "below `session_lifetime.max_token_lifetime`."
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
                "Longest lifetime that ordinary users may give an API token. A duration such as `2160h`; the default is a century. The "
                "session tokens inside workspaces always last this long."
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
                "How long other applications that log in through Coder may renew their access. A duration such as `720h`; even unused it "
                "must be longer than `session_lifetime.default_duration`, or the server does not start."
            ),
            default="720h0m0s",
        ),
    ] = None
