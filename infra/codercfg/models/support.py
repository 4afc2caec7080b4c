"""Links to help that users see."""

from typing import Annotated

from codercfg.models.link import LinkList
from codercfg.options.group import Group
from codercfg.options.opt import Opt


class SupportConfig(Group):
    """Links to help that users see."""

    links: Annotated[
        LinkList,
        Opt(
            name="Support Links",
            env="CODER_SUPPORT_LINKS",
            flag="support-links",
            yaml="supportLinks",
            description=(
                "Links in the dashboard's help menu or bar; each item is a map of `name`, `target`, `icon` and `location`. Used only with "
                "a licence for appearance; otherwise the default links show."
            ),
        ),
    ] = None
