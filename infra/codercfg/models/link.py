"""Links to help that users see."""

from collections.abc import Iterable
from typing import Annotated, Any

from codercfg.options.group import Group
from codercfg.options.kind import Kind
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


def _parse(text: str) -> tuple[LinkConfig, ...]:
    from codercfg.values import struct_text

    return tuple(LinkConfig.model_construct(None, **item) for item in struct_text.parse_links(text))


def _to_env(links: Iterable[LinkConfig]) -> str:
    from codercfg.values import struct_text

    return struct_text.to_env([link.model_dump(exclude_none=True) for link in links])


def _wire(links: Iterable[LinkConfig]) -> list[dict[str, Any]] | None:
    """Upstream leaves an empty location out, and has no empty list."""
    return [
        {name: getattr(link, name) or "" for name in LinkConfig.model_fields if name != "location" or link.location} for link in links
    ] or None


LINKS = Kind("list of links", _parse, _to_env, _wire, None)
LinkList = Annotated[tuple[LinkConfig, ...] | None, LINKS]
