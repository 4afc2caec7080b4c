"""Links to help that users see."""

from typing import Annotated

from codercfg.models.link_kind import LINKS
from codercfg.options.group import Group
from codercfg.options.kinds import Text
from codercfg.options.opt import Key


class LinkConfig(Group):
    """One link in the dashboard's help menu or bar."""

    name: Annotated[Text, Key(description="Text of the link as users see it.", yaml="name")] = None
    target: Annotated[Text, Key(description="Address that the link opens.", yaml="target")] = None
    icon: Annotated[
        Text,
        Key(
            description="One of `bug`, `chat`, `docs` and `star`, or the path or URL of an image. The server checks none of it.",
            yaml="icon",
        ),
    ] = None
    location: Annotated[
        Text,
        Key(
            description=(
                "Where the link is shown: `navbar` or `dropdown`. The server accepts any text, and the dashboard then does not show "
                "the link where you meant."
            ),
            yaml="location",
        ),
    ] = None


LinkList = Annotated[tuple[LinkConfig, ...] | None, LINKS]
