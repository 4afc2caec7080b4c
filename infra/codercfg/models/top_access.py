"""Top-level options about who may do what."""

from typing import Annotated

from codercfg.models.external_auth import EXTERNAL_AUTH, EXTERNAL_AUTH_FAMILY, ExternalAuthConfig
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
                "Lets users give an existing workspace another name. Templates that build resource names from it may "
                "destroy data at the next start."
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
                "Refuses SSH, desktop and editor tunnels, so that workspaces are reachable through the web only. Needs a "
                "licence; without one nothing is blocked."
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
            description="Limits every AI chat to its owner; shares granted earlier stop working.",
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
                "Takes from the site owner role the right to enter other people's workspaces. Support by administrators "
                "through SSH, apps or terminal ends."
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
                "Turns off login with a password, leaving only external identity providers. Code blocks owners as well: a "
                "broken identity provider locks everyone out."
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
                "Switches off sharing of workspaces; grants made earlier are ignored. Site owners keep access unless that "
                "is disabled separately."
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
                "Git and other services that users can link to their account, as one structured list. List of mappings "
                "(YAML or flag, no env). Holds client secrets; the indexed env family has its own rules."
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
                "Offers Coder's shared GitHub app for linking Git accounts when no provider is configured. As env it aborts"
                " start-up; use YAML or flag."
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
            description=(
                "Takes the tasks feature out of the web interface for everyone. Cosmetic; stale flag or YAML key breaks later releases."
            ),
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
                "Secret an identity system presents to create or suspend users over SCIM; setting it opens that API. Secret"
                " text, without the word `Bearer`. Its holder can create and disable accounts; needs a licence."
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
                "Keeps the older SCIM code in service instead of the newer standard-conforming one. No effect without the SCIM secret."
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
                "Page with terms that people accept before they log in. URL as text. Only the web page asks; API and command line do not."
            ),
        ),
    ] = None
