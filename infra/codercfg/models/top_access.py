"""Top-level options about who may do what."""

from typing import Annotated

from codercfg.models.external_auth import ExternalAuthConfig
from codercfg.models.external_auth_kind import EXTERNAL_AUTH
from codercfg.models.families import EXTERNAL_AUTH_FAMILY
from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Secret, Text
from codercfg.options.opt import Opt


class AccessFields(Group):
    """Top-level options about who may do what."""

    allow_workspace_renames: Annotated[
        Boolean,
        Opt(
            name="Allow Workspace Renames",
            env="CODER_ALLOW_WORKSPACE_RENAMES",
            flag="allow-workspace-renames",
            yaml="allowWorkspaceRenames",
            description=(
                "Lets users rename their workspaces. Templates that name resources after the workspace may destroy data at the next start."
            ),
            default="false",
        ),
    ] = None
    browser_only: Annotated[
        Boolean,
        Opt(
            name="Browser Only",
            env="CODER_BROWSER_ONLY",
            flag="browser-only",
            yaml="networking.browserOnly",
            description=(
                "Lets people reach workspaces through the browser only and refuses SSH, desktop and editor tunnels. Needs a licence; "
                "without one nothing is refused."
            ),
            group="Networking",
            enterprise=True,
        ),
    ] = None
    disable_chat_sharing: Annotated[
        Boolean,
        Opt(
            name="Disable Chat Sharing",
            env="CODER_DISABLE_CHAT_SHARING",
            flag="disable-chat-sharing",
            yaml="disableChatSharing",
            description="Keeps every AI chat to its owner; shares granted earlier stop working.",
        ),
    ] = None
    disable_owner_workspace_exec: Annotated[
        Boolean,
        Opt(
            name="Disable Owner Workspace Access",
            env="CODER_DISABLE_OWNER_WORKSPACE_ACCESS",
            flag="disable-owner-workspace-access",
            yaml="disableOwnerWorkspaceAccess",
            description=(
                "Takes from site owners the right to enter other people's workspaces. Administrators can then no longer help through SSH, "
                "apps or the terminal."
            ),
            workspace_proxy=True,
        ),
    ] = None
    disable_password_auth: Annotated[
        Boolean,
        Opt(
            name="Disable Password Authentication",
            env="CODER_DISABLE_PASSWORD_AUTH",
            flag="disable-password-auth",
            yaml="networking.http.disablePasswordAuth",
            description=(
                "Switches login by password off, so that only external identity providers remain. That holds for owners too: when the "
                "provider fails, everyone is locked out."
            ),
            group="Networking / HTTP",
        ),
    ] = None
    disable_workspace_sharing: Annotated[
        Boolean,
        Opt(
            name="Disable Workspace Sharing",
            env="CODER_DISABLE_WORKSPACE_SHARING",
            flag="disable-workspace-sharing",
            yaml="disableWorkspaceSharing",
            description=(
                "Switches sharing of workspaces off; shares granted earlier are ignored. Site owners keep their access unless "
                "`disable_owner_workspace_exec` takes it."
            ),
        ),
    ] = None
    external_auth: Annotated[
        tuple[ExternalAuthConfig, ...] | None,
        EXTERNAL_AUTH_FAMILY,
        EXTERNAL_AUTH,
        Opt(
            name="External Auth Providers",
            env=None,
            flag="external-auth-providers",
            yaml="externalAuthProviders",
            description=(
                "Git and other services that users can link to their account; each item is a map of the keys of one service. More than one "
                "needs a licence."
            ),
            hidden=True,
        ),
    ] = None
    external_auth_github_default_provider_enable: Annotated[
        Boolean,
        Opt(
            name="External Auth GitHub Default Provider Enable",
            env="CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE",
            flag="external-auth-github-default-provider-enable",
            yaml="externalAuthGithubDefaultProviderEnable",
            description=(
                "Offers Coder's shared GitHub application for linking Git accounts when `external_auth` is empty, in new deployments only. "
                "On by default. Its variable stops start-up whatever it holds, so a stack file passes the flag instead."
            ),
            default="true",
        ),
    ] = None
    hide_ai_tasks: Annotated[
        Boolean,
        Opt(
            name="Hide AI Tasks",
            env="CODER_HIDE_AI_TASKS",
            flag="hide-ai-tasks",
            yaml="client.hideAITasks",
            description="Takes the tasks feature out of the web pages for everyone; nothing else changes. 2.37 drops the option.",
            default="false",
            group="Client",
        ),
    ] = None
    scim_api_key: Annotated[
        Secret,
        Opt(
            name="SCIM API Key",
            env="CODER_SCIM_AUTH_HEADER",
            flag="scim-auth-header",
            yaml=None,
            description=(
                "Secret with which an identity system creates and suspends users over SCIM; setting it opens that API. Give it without the "
                "word `Bearer`. Needs a licence; its holder can create and disable accounts."
            ),
            secret=True,
            upstream_secret=True,
            enterprise=True,
        ),
    ] = None
    scim_use_legacy: Annotated[
        Boolean,
        Opt(
            name="SCIM Use Legacy",
            env="CODER_SCIM_USE_LEGACY",
            flag="scim-use-legacy",
            yaml="scimUseLegacy",
            description=(
                "Keeps the older SCIM code in service instead of the newer one, which follows the standard. Without `scim_api_key` it has "
                "no effect."
            ),
            default="true",
            enterprise=True,
        ),
    ] = None
    terms_of_service_url: Annotated[
        Text,
        Opt(
            name="Terms of Service URL",
            env="CODER_TERMS_OF_SERVICE_URL",
            flag="terms-of-service-url",
            yaml="termsOfServiceURL",
            description=(
                "Address of the terms that people accept before they log in. Only the web page asks for it, neither the API nor the "
                "command line does."
            ),
        ),
    ] = None
