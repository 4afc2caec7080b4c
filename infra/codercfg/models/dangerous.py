"""Switches that give up a protection."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean
from codercfg.options.opt import Opt


class DangerousConfig(Group):
    """Switches that give up a protection."""

    allow_all_cors: Annotated[
        Boolean,
        Opt(
            name="DANGEROUS: Allow all CORS requests",
            env="CODER_DANGEROUS_ALLOW_CORS_REQUESTS",
            flag="dangerous-allow-cors-requests",
            yaml=None,
            description=(
                "Lets every web site call the server from its visitors' browsers and loosens the dashboard's content policy to match. For "
                "front-end development only."
            ),
            group="⚠️ Dangerous",
            hidden=True,
            workspace_proxy=True,
        ),
    ] = None
    allow_path_app_sharing: Annotated[
        Boolean,
        Opt(
            name="DANGEROUS: Allow Path App Sharing",
            env="CODER_DANGEROUS_ALLOW_PATH_APP_SHARING",
            flag="dangerous-allow-path-app-sharing",
            yaml=None,
            description=(
                "Lets users share workspace apps that run under the dashboard's own host name. A hostile app can then use the Coder API as "
                "whoever visits it."
            ),
            group="⚠️ Dangerous",
        ),
    ] = None
    allow_path_app_site_owner_access: Annotated[
        Boolean,
        Opt(
            name="DANGEROUS: Allow Site Owners to Access Path Apps",
            env="CODER_DANGEROUS_ALLOW_PATH_APP_SITE_OWNER_ACCESS",
            flag="dangerous-allow-path-app-site-owner-access",
            yaml=None,
            description=(
                "Lets site owners open apps under the dashboard's own host name in other people's workspaces. A hostile workspace can then "
                "act with the rights of an owner."
            ),
            group="⚠️ Dangerous",
        ),
    ] = None
