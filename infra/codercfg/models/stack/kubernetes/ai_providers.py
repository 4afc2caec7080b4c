"""What was done to AI providers outside the stack."""

from typing import Annotated

from codercfg.models.stack.kinds import REASONS
from codercfg.options.group import Group
from codercfg.options.opt import Key


class AIProviders(Group):
    """AI providers in the server's database. Releases 2.34 to 2.37 fill it from the stack at the first start, and compare it at others."""

    changed: Annotated[
        dict[str, str] | None,
        REASONS,
        Key(
            "By name of a provider, why its settings here may differ from those of the first start: somebody changed the database row to "
            "match. Each reason lets one change pass; the next one needs another."
        ),
    ] = None
