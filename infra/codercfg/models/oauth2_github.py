"""Login with GitHub."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Secret, Text, TextList
from codercfg.options.opt import Opt


class OAuth2GithubConfig(Group):
    """Login with GitHub."""

    allow_everyone: Annotated[
        Boolean,
        Opt(
            name="OAuth2 GitHub Allow Everyone",
            env="CODER_OAUTH2_GITHUB_ALLOW_EVERYONE",
            flag="oauth2-github-allow-everyone",
            yaml="oauth2.github.allowEveryone",
            description=(
                "Lets any GitHub account log in, member of an organization or not. It excludes `oauth2.github.allowed_orgs` and "
                "`oauth2.github.allowed_teams`. With `oauth2.github.allow_signups` the whole internet can register."
            ),
            group="OAuth2 / GitHub",
        ),
    ] = None
    allow_signups: Annotated[
        Boolean,
        Opt(
            name="OAuth2 GitHub Allow Signups",
            env="CODER_OAUTH2_GITHUB_ALLOW_SIGNUPS",
            flag="oauth2-github-allow-signups",
            yaml="oauth2.github.allowSignups",
            description=(
                "Creates an account when a permitted GitHub user logs in for the first time. Off by default; even then the very first user "
                "gets in and becomes owner."
            ),
            group="OAuth2 / GitHub",
        ),
    ] = None
    allowed_orgs: Annotated[
        TextList,
        Opt(
            name="OAuth2 GitHub Allowed Orgs",
            env="CODER_OAUTH2_GITHUB_ALLOWED_ORGS",
            flag="oauth2-github-allowed-orgs",
            yaml="oauth2.github.allowedOrgs",
            description=(
                "GitHub organizations whose members may log in; each item is the name of one. With an own GitHub application either this "
                "or `oauth2.github.allow_everyone` is required; both together stop start-up."
            ),
            group="OAuth2 / GitHub",
        ),
    ] = None
    allowed_teams: Annotated[
        TextList,
        Opt(
            name="OAuth2 GitHub Allowed Teams",
            env="CODER_OAUTH2_GITHUB_ALLOWED_TEAMS",
            flag="oauth2-github-allowed-teams",
            yaml="oauth2.github.allowedTeams",
            description=(
                "Narrows GitHub login to teams inside `oauth2.github.allowed_orgs`, which must be set too. Each item is "
                "`organization/team-slug`; one without a slash stops start-up."
            ),
            group="OAuth2 / GitHub",
        ),
    ] = None
    client_id: Annotated[
        Text,
        Opt(
            name="OAuth2 GitHub Client ID",
            env="CODER_OAUTH2_GITHUB_CLIENT_ID",
            flag="oauth2-github-client-id",
            yaml="oauth2.github.clientID",
            description=(
                "Id of your own GitHub OAuth application, which replaces the shared one of Coder. Then `oauth2.github.allowed_orgs` or "
                "`oauth2.github.allow_everyone` is required, or the server does not start."
            ),
            group="OAuth2 / GitHub",
        ),
    ] = None
    client_secret: Annotated[
        Secret,
        Opt(
            name="OAuth2 GitHub Client Secret",
            env="CODER_OAUTH2_GITHUB_CLIENT_SECRET",
            flag="oauth2-github-client-secret",
            yaml=None,
            description=(
                "Secret of your GitHub OAuth application; belongs to `oauth2.github.client_id`. It alone already counts as an own "
                "application."
            ),
            group="OAuth2 / GitHub",
            secret=True,
            upstream_secret=True,
        ),
    ] = None
    default_provider_enable: Annotated[
        Boolean,
        Opt(
            name="OAuth2 GitHub Default Provider Enable",
            env="CODER_OAUTH2_GITHUB_DEFAULT_PROVIDER_ENABLE",
            flag="oauth2-github-default-provider-enable",
            yaml="oauth2.github.defaultProviderEnable",
            description=(
                "Offers login through Coder's shared GitHub application where no own one is configured. New deployments only, and whoever "
                "logs in first becomes owner."
            ),
            default="true",
            group="OAuth2 / GitHub",
        ),
    ] = None
    device_flow: Annotated[
        Boolean,
        Opt(
            name="OAuth2 GitHub Device Flow",
            env="CODER_OAUTH2_GITHUB_DEVICE_FLOW",
            flag="oauth2-github-device-flow",
            yaml="oauth2.github.deviceFlow",
            description=(
                "Logs users in by a code that they type at GitHub, for servers that GitHub cannot redirect to. It fails together with "
                "`oauth2.github.enterprise_base_url`."
            ),
            default="false",
            group="OAuth2 / GitHub",
        ),
    ] = None
    enterprise_base_url: Annotated[
        Text,
        Opt(
            name="OAuth2 GitHub Enterprise Base URL",
            env="CODER_OAUTH2_GITHUB_ENTERPRISE_BASE_URL",
            flag="oauth2-github-enterprise-base-url",
            yaml="oauth2.github.enterpriseBaseURL",
            description=(
                "Address of a self-hosted GitHub that replaces github.com for login, such as `https://github.example.com`. It counts as an "
                "own application: the shared one is no longer offered."
            ),
            group="OAuth2 / GitHub",
        ),
    ] = None
