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
            description=("Lets any GitHub account log in without a membership check. With signups on, the whole internet can register."),
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
                "Creates an account when a permitted but unknown GitHub user logs in. Off by default, yet the first user "
                "ever gets in and becomes owner."
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
                "GitHub organisations whose members may log in to Coder. CSV of names. Not with allow-everyone; one of the two is required."
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
                "Narrows GitHub login to certain teams inside the listed organisations. CSV of `org/team-slug`. Needs the "
                "organisations list; an item without slash stops start-up."
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
                "Identifies your own GitHub OAuth app, which replaces the shared default one. Then organisations or allow-"
                "everyone become mandatory."
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
            description="Secret with which Coder proves to GitHub that it owns the app.",
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
                "Offers login through Coder's shared GitHub app where none is configured. New deployments only; whoever "
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
                "Logs users in by a code typed at GitHub, for servers that GitHub cannot redirect to. With an enterprise "
                "base URL no device endpoint is set, so it fails."
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
                "Address of a self-hosted GitHub that replaces github.com for login. URL, text. Counts as own "
                "configuration: the shared default app is dropped."
            ),
            group="OAuth2 / GitHub",
        ),
    ] = None
