"""Labels and annotations."""

from typing import Annotated

from codercfg.models.stack.kinds import ANNOTATIONS, LABELS
from codercfg.options.group import Group
from codercfg.options.opt import Key


class Metadata(Group):
    """Further labels and annotations of one kind of object; selectors never include them."""

    labels: Annotated[dict[str, str] | None, LABELS, Key("Further labels.")] = None
    annotations: Annotated[dict[str, str] | None, ANNOTATIONS, Key("Further annotations.")] = None
