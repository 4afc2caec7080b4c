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
                "How many API requests one user, or one anonymous address, may make each minute. Count; negative = no "
                "limit. 0 becomes 512; login and file uploads have their own limits. No YAML key."
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
                "Removes the limits on how often clients may call the server. Lifts the login limit too, so password "
                "guessing runs unhindered."
            ),
            hidden=True,
            workspace_proxy=True,
        ),
    ] = None
