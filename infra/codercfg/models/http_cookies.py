"""Attributes of the session cookie."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, choice
from codercfg.options.opt import Opt


class HTTPCookieConfig(Group):
    """Attributes of the session cookie."""

    host_prefix: Annotated[
        Boolean,
        Opt(
            name="__Host Prefix Cookies",
            env="CODER_HOST_PREFIX_COOKIE",
            flag="host-prefix-cookie",
            yaml="networking.hostPrefixCookie",
            description=(
                "Marks session cookies with a browser-enforced name prefix, so sibling domains cannot plant them. Ends "
                "existing logins; older workspaces need a restart; useless without Secure cookies."
            ),
            default="false",
            group="Networking",
            workspace_proxy=True,
        ),
    ] = None
    same_site: Annotated[
        str | None,
        choice("lax", "none"),
        Opt(
            name="SameSite Auth Cookie",
            env="CODER_SAMESITE_AUTH_COOKIE",
            flag="samesite-auth-cookie",
            yaml="networking.sameSiteAuthCookie",
            description=(
                "Tells browsers whether login cookies travel with requests that other sites start. Enum: `lax`, `none`. "
                "`none` widens cross-site attacks and needs Secure cookies."
            ),
            default="lax",
            group="Networking",
            workspace_proxy=True,
            enum=(
                "lax",
                "none",
            ),
        ),
    ] = None
    secure_auth_cookie: Annotated[
        Boolean,
        Opt(
            name="Secure Auth Cookie",
            env="CODER_SECURE_AUTH_COOKIE",
            flag="secure-auth-cookie",
            yaml="networking.secureAuthCookie",
            description=(
                "Tells browsers to send login cookies over HTTPS only. Default follows the access URL scheme; true over "
                "plain HTTP breaks login."
            ),
            group="Networking",
            workspace_proxy=True,
            dynamic_default=True,
        ),
    ] = None
