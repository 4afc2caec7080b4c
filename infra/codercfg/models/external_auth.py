"""External authentication: services that users link to their account."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Regexp, Secret, SpacedList, StrictBoolean, Text
from codercfg.options.opt import Key


class ExternalAuthConfig(Group):
    """One service. Empty keys take the defaults of the type when the server starts.

    Upstream's API never shows `client_secret` and `extra_token_keys`.
    """

    id: Annotated[
        Text,
        Key(
            description=(
                "Name of the service in URLs and templates; defaults to the type. 1 to 32 letters, digits and single inner hyphens, "
                "neither `new` nor `create`, and unique; anything else stops start-up."
            ),
            env="ID",
            yaml="id",
        ),
    ] = None
    type: Annotated[
        Text,
        Key(
            description=(
                "Which service it is: `github`, `gitlab`, `gitea`, `bitbucket-cloud`, `bitbucket-server`, `azure-devops`, "
                "`azure-devops-entra`, `jfrog` or `slack`; any other word means generic OAuth2. It decides the defaults of all keys left "
                "empty; before 2.32 only when written in lower case."
            ),
            env="TYPE",
            yaml="type",
        ),
    ] = None
    client_id: Annotated[
        Text,
        Key(
            description="Id of the OAuth application at the service. Required: without it the server does not start.",
            env="CLIENT_ID",
            yaml="client_id",
        ),
    ] = None
    client_secret: Annotated[
        Secret,
        Key(
            description=(
                "Secret of the OAuth application at the service. Not checked at start; with a wrong one users cannot link their accounts."
            ),
            env="CLIENT_SECRET",
            secret=True,
            yaml="client_secret",
        ),
    ] = None
    auth_url: Annotated[
        Text,
        Key(
            description=(
                "Address to which users are sent to give their consent. GitLab, Gitea, Bitbucket Server, JFrog and Entra derive their "
                "other addresses from it; for `azure-devops-entra` it must have the form `https://…/<tenant>/oauth2/authorize`, or the "
                "server may crash."
            ),
            env="AUTH_URL",
            yaml="auth_url",
        ),
    ] = None
    token_url: Annotated[
        Text,
        Key(
            description=(
                "Address at which the code of a login is exchanged for a token. Empty takes the default of the type; not checked at start."
            ),
            env="TOKEN_URL",
            yaml="token_url",
        ),
    ] = None
    validate_url: Annotated[
        Text,
        Key(
            description="Address that answers whether a token is still good. Empty takes the default of the type, where there is one.",
            env="VALIDATE_URL",
            yaml="validate_url",
        ),
    ] = None
    revoke_url: Annotated[
        Text,
        Key(
            description=(
                "Address at which a token is revoked when a user unlinks the account. Empty takes the default of the type, where there is "
                "one."
            ),
            env="REVOKE_URL",
            yaml="revoke_url",
        ),
    ] = None
    regex: Annotated[
        Regexp,
        Key(
            description=(
                "RE2 pattern of the Git addresses that this service answers for. Empty takes the default of the type; a broken pattern "
                "stops start-up."
            ),
            env="REGEX",
            yaml="regex",
        ),
    ] = None
    device_flow: Annotated[
        StrictBoolean,
        Key(
            description=(
                "Lets users link their account by typing a code at the service, which then need not reach the server. Without "
                "`device_code_url`, its own or the type's, the server does not start."
            ),
            env="DEVICE_FLOW",
            yaml="device_flow",
        ),
    ] = None
    device_code_url: Annotated[
        Text,
        Key(
            description="Address that hands out the codes for `device_flow`. Only `github` has a default.",
            env="DEVICE_CODE_URL",
            yaml="device_code_url",
        ),
    ] = None
    no_refresh: Annotated[
        StrictBoolean,
        Key(
            description=(
                "Never renews tokens, for services that issue no refresh token. Users link their account again once a token has expired."
            ),
            env="NO_REFRESH",
            yaml="no_refresh",
        ),
    ] = None
    scopes: Annotated[
        SpacedList,
        Key(
            description=(
                "Rights to ask for at the service; each item is one scope, such as `repo`. A list replaces the defaults of the type."
            ),
            env="SCOPES",
            yaml="scopes",
        ),
    ] = None
    extra_token_keys: Annotated[
        SpacedList,
        Key(
            description="Further keys of the service's token answer to keep; each item is one key, such as `authed_user`.",
            env="EXTRA_TOKEN_KEYS",
            yaml="extra_token_keys",
        ),
    ] = None
    app_install_url: Annotated[
        Text,
        Key(
            description="Page on which users install the service's app.",
            env="APP_INSTALL_URL",
            yaml="app_install_url",
        ),
    ] = None
    app_installations_url: Annotated[
        Text,
        Key(
            description="Address of the service's API that lists where the app is installed. `github` has a default.",
            env="APP_INSTALLATIONS_URL",
            yaml="app_installations_url",
        ),
    ] = None
    display_name: Annotated[
        Text,
        Key(
            description="Name of the service as users see it; empty takes one that fits the type.",
            env="DISPLAY_NAME",
            yaml="display_name",
        ),
    ] = None
    display_icon: Annotated[
        Text,
        Key(
            description="Path or URL of the icon that users see beside the name.",
            env="DISPLAY_ICON",
            yaml="display_icon",
        ),
    ] = None
    code_challenge_methods_supported: Annotated[
        SpacedList,
        Key(
            description=(
                "PKCE methods that the service accepts. `S256` is used when listed; any other item, such as `none`, turns PKCE off."
            ),
            env="PKCE_METHODS",
            yaml="code_challenge_methods_supported",
            since="2.30",
        ),
    ] = None
    api_base_url: Annotated[
        Text,
        Key(
            description=(
                "Base address of the service's API. A self-hosted GitLab or Gitea must set it: its default stays the public service, "
                "whatever `auth_url` says."
            ),
            env="API_BASE_URL",
            yaml="api_base_url",
            since="2.32",
        ),
    ] = None
    mcp_url: Annotated[
        Text,
        Key(
            description="Deprecated. Address of an MCP server that accepts tokens of this service.",
            env="MCP_URL",
            yaml="mcp_url",
        ),
    ] = None
    mcp_tool_allow_regex: Annotated[
        Text,
        Key(
            description="Deprecated. RE2 pattern of the MCP tools to offer; a broken one stops start-up.",
            env="MCP_TOOL_ALLOW_REGEX",
            yaml="mcp_tool_allow_regex",
        ),
    ] = None
    mcp_tool_deny_regex: Annotated[
        Text,
        Key(
            description="Deprecated. RE2 pattern of the MCP tools to hide; a broken one stops start-up.",
            env="MCP_TOOL_DENY_REGEX",
            yaml="mcp_tool_deny_regex",
        ),
    ] = None
