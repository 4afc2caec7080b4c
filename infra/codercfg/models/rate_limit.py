"""How many requests a caller may make."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Integer
from codercfg.options.opt import Opt


class RateLimitConfig(Group):
    """How many requests a caller may make."""

    api: Annotated[
        Integer,
        Opt(
            name="API Rate Limit",
            env="CODER_API_RATE_LIMIT",
            flag="api-rate-limit",
            yaml=None,
            description=(
                "How many API requests a minute one user, or one address without login, may make. A count; 0 becomes 512 and a negative "
                "one lifts the limit. Logins and file uploads have limits of their own."
            ),
            default="512",
            hidden=True,
            workspace_proxy=True,
        ),
    ] = None
    disable_all: Annotated[
        Boolean,
        Opt(
            name="Disable All Rate Limits",
            env="CODER_DANGEROUS_DISABLE_RATE_LIMITS",
            flag="dangerous-disable-rate-limits",
            yaml=None,
            description=(
                "Lifts all limits on how often clients may call the server, that of logins included: passwords can then be guessed without "
                "hindrance."
            ),
            hidden=True,
            workspace_proxy=True,
        ),
    ] = None
