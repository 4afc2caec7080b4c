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
                "Links shown in the dashboard's help menu or bar. JSON or YAML list of name, target, icon, location. Used "
                "only with the appearance licence; otherwise default links show."
            ),
        ),
    ] = None
