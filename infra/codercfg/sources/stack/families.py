"""The lists whose items become indexed variables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.configuration.setting import Item
from codercfg.env.family import FAMILIES, has_key, written_prefix
from codercfg.options.family import members
from codercfg.values.secret import Ciphertext

if TYPE_CHECKING:
    from codercfg.diagnostics.origin import Origin
    from codercfg.models.root import DeploymentValues
    from codercfg.options.group import Group
    from codercfg.sources.stack.reading import Reading
    from codercfg.sources.yaml_nodes import YamlList

LISTS = {"ai.bridge.providers": "@providers", "external_auth": "@external_auth"}


def read_items(path: str, values: DeploymentValues, written: YamlList, origin: Origin, reading: Reading) -> tuple[Item, ...]:
    """The items of one list, each with the places of its keys."""
    items: Any = values.ai.bridge.providers if path == "ai.bridge.providers" else values.external_auth
    if not items:
        return ()
    if written_prefix(FAMILIES[path], reading.release) is None:
        _note_not_read(path, origin, reading)
        return ()
    return tuple(_item(path, index, value, written, reading) for index, value in enumerate(items))


def _item(path: str, index: int, value: Any, written: YamlList, reading: Reading) -> Item:  # noqa: ANN401  (a family's model)
    name = f"{path}[{index}]"
    source = written[index]
    origins = {"": reading.places.of_entry(written, index, name)}
    for key in source:
        origins[key] = reading.places.of_entry(source, key, f"{name}.{key}")
    model: type[Group] = type(value)
    for member in members(model):
        key = member.json_name
        if key not in source:
            continue
        if not has_key(member, reading.release):
            reading.note(
                "REL004",
                f"Coder {reading.release} does not read `{name}.{key}`",
                help=f"remove it, or choose release {member.key.since or member.key.until} or later",
                origin=origins[key],
                path=f"{name}.{key}",
                why="the server ignores it",
            )
        elif isinstance(getattr(value, member.attribute), Ciphertext):
            reading.ciphertexts.append(f"{name}.{key}")
    return Item(index, "", value, origins)


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
