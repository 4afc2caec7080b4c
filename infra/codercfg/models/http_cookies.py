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
                "Gives login cookies the `__Host-` prefix, so that sites on sibling domains cannot plant them. Ends all present logins, "
                "and workspaces built before need a restart. Browsers drop such cookies without `http_cookies.secure_auth_cookie`."
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
                "Whether login cookies travel with requests that other sites start: `lax` or `none`. `none` makes cross-site attacks "
                "easier and needs `http_cookies.secure_auth_cookie`, without which browsers drop the cookies."
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
                "Tells browsers to send login cookies over HTTPS only. With true and plain HTTP nobody can log in. From 2.31.9 it is on by "
                "default when `access_url` is https."
            ),
            group="Networking",
            workspace_proxy=True,
            dynamic_default=True,
        ),
    ] = None
