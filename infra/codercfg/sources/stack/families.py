"""The lists whose items become indexed variables."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from codercfg.configuration.setting import Item
from codercfg.env.external_auth_findings import beyond_nine
from codercfg.env.family import FAMILIES, has_key, written_prefix
from codercfg.options.family import members
from codercfg.sources.stack.item_origins import ItemOrigins

if TYPE_CHECKING:
    from codercfg.diagnostics.origin import Origin
    from codercfg.options.family import Member
    from codercfg.options.group import Group
    from codercfg.releases.release import Release
    from codercfg.sources.stack.reading import Reading
    from codercfg.yaml_reader.nodes import YamlList

_Members = dict[str, tuple["Member", bool]]
LISTS = {"ai.bridge.providers": "@providers", "external_auth": "@external_auth"}


def read_items(path: str, items: tuple[Any, ...], written: YamlList, origin: Origin, reading: Reading) -> tuple[Item, ...]:
    """The items of one list, each with the places of its keys."""
    if not items:
        return ()
    if written_prefix(FAMILIES[path], reading.release) is None:
        _note_not_read(path, origin, reading)
        return ()
    model: type[Group] = type(items[0])
    known = _members(model, reading.release)
    read = tuple(_item(path, index, value, known, written, reading) for index, value in enumerate(items))
    if path == "external_auth" and (finding := beyond_nine(path, read, reading.release)):
        reading.diagnostics.append(finding)
    return read


def _item(path: str, index: int, value: Any, known: _Members, written: YamlList, reading: Reading) -> Item:  # noqa: ANN401
    origins = ItemOrigins(reading.places, written, index, path)
    for key in written[index]:
        member, is_read = known[key]
        if not is_read:
            _note_key_not_read(f"{path}[{index}].{key}", member, origins[key], reading)
        elif member.kind.secret:
            reading.hide(f"{path}[{index}].{key}", getattr(value, member.attribute))
    return Item(index, "", value, origins)


@lru_cache(maxsize=32)
def _members(model: type[Group], release: Release) -> _Members:
    """By JSON name, the keys of an item, and whether the release reads each."""
    return {member.json_name: (member, has_key(member, release)) for member in members(model)}


def _note_key_not_read(path: str, member: Member, origin: Origin, reading: Reading) -> None:
    reading.note(
        "REL004",
        f"Coder {reading.release} does not read `{path}`",
        help=f"remove it, or choose release {member.key.since} or later",
        origin=origin,
        path=path,
        why="the server ignores it",
    )


def _note_not_read(path: str, origin: Origin, reading: Reading) -> None:
    family = FAMILIES[path]
    reading.unreadable.add(LISTS[path])
    reading.note(
        "REL004",
        f"Coder {reading.release} reads no {family.name} from its configuration",
        help="use a release that reads the list, or set the providers up in the product",
        origin=origin,
        path=path,
        why="the list would be ignored without a word",
    )
