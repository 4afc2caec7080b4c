"""The section `coder:deployment`: options at upstream's JSON paths."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from codercfg.catalog.outline import outline_leaves
from codercfg.configuration.setting import Setting
from codercfg.env.parse import parse_value
from codercfg.options.kinds import URL
from codercfg.sources.stack.families import LISTS, read_items
from codercfg.sources.stack.locate import Loc, dotted, without
from codercfg.sources.stack.releases import note_absent, note_deprecated
from codercfg.sources.stack.secrets import is_ciphertext, opened
from codercfg.sources.stack.validated import model_class, validated
from codercfg.sources.stack.value_notes import note_no_secret, note_null
from codercfg.sources.yaml_nodes import YamlMap
from codercfg.values.error import ValueParseError
from codercfg.values.secret import Ciphertext, SecretRef, SecretText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from codercfg.catalog.catalog import Option
    from codercfg.configuration.setting import Item
    from codercfg.diagnostics.origin import Origin
    from codercfg.options.leaf import Leaf
    from codercfg.sources.stack.reading import Reading

_MOST_ROUNDS = 3


@dataclass(slots=True)
class Deployment:
    """What the section sets.

    Attributes:
        settings: Options by JSON path.
        items: Items of indexed families by JSON path of their list.
    """

    settings: dict[str, Setting] = field(default_factory=dict)
    items: dict[str, tuple[Item, ...]] = field(default_factory=dict)


def read_deployment(place: tuple[YamlMap, str] | None, reading: Reading) -> Deployment:
    """Validate the section and find where each of its options was written."""
    found = Deployment()
    if place is None:
        return found
    holder, key = place
    section = holder[key]
    values, kept = _validated(section, reading.places.of_key(holder, key), reading)
    if values is None:
        reading.incomplete = True
        return found
    for path, holder_, key_ in _written(kept, "", []):
        _take(found, path, partial(reading.places.of_entry, holder_, key_, path), values, holder_[key_], reading)
    return found


def _validated(section: Any, top: Origin, reading: Reading) -> tuple[Any, Any]:  # noqa: ANN401  (a value of any kind)
    """The values of what is right, and the section without what is wrong."""
    if section is None:
        note_null("coder:deployment", top, reading)
        return None, None
    data = section if reading.secrets is None else opened(section, "deployment", reading.secrets)
    for _round in range(_MOST_ROUNDS):
        values, failure = validated("DeploymentValues", data)
        if failure is None:
            return values, data
        from codercfg.sources.stack.model_errors import note_errors  # loads the models

        wrong = note_errors(failure, root=section, model=model_class("DeploymentValues"), prefix="", top=top, reading=reading)
        if () in wrong:
            return None, None
        cut = {_whole(loc) for loc in wrong}
        reading.unreadable.update(path for loc in cut for path in _below(dotted(loc)))
        data = without(data, cut)
    return None, None


def _whole(loc: Loc) -> Loc:
    """A place without what lies in an item: a list of providers is right or wrong as a whole."""
    first = next((number for number, part in enumerate(loc) if isinstance(part, int)), len(loc))
    return loc[:first]


def _below(path: str) -> Iterator[str]:
    """What rules cannot look at when the value at `path` is wrong."""
    for other in (*_paths(), *LISTS):
        if other == path or other.startswith(f"{path}."):
            yield LISTS.get(other, other)


def _written(node: YamlMap, prefix: str, found: list[tuple[str, YamlMap, str]]) -> list[tuple[str, YamlMap, str]]:
    """Add every option below `node` with the map and key that hold its value."""
    known = _paths()
    for key, value in node.items():
        path = prefix + key
        if path in known or path in LISTS:
            found.append((path, node, key))
        elif isinstance(value, YamlMap):
            _written(value, f"{path}.", found)
    return found


def _take(
    found: Deployment,
    path: str,
    origin: Callable[[], Origin],
    values: Any,  # noqa: ANN401  (a record or a model)
    written: Any,  # noqa: ANN401  (any YAML)
    reading: Reading,
) -> None:
    if path in LISTS:
        if written is None:
            note_null(path, origin(), reading)
        else:
            found.items[path] = read_items(path, values, written, origin(), reading)
        return
    leaf = _paths()[path]
    if not leaf.secret and isinstance(written, YamlMap) and is_ciphertext(written):
        # A map option would take the ciphertext for its content.
        note_no_secret(path, origin(), reading)
        reading.unreadable.add(path)
        return
    options = reading.catalog.by_path.get(path)
    if not options:
        note_absent(path, leaf, origin(), reading)
        return
    value = leaf.value(values)
    if value is None:  # lists of links: their annotation lets `null` pass
        note_null(path, origin(), reading)
        reading.unreadable.add(path)
        return
    if isinstance(value, Ciphertext):
        reading.ciphertexts.append(path)
    elif not _is_right(options[0], value, origin, reading):
        return
    if options[0].record.use_instead:
        note_deprecated(options[0], origin(), reading)
    found.settings[path] = Setting(options[0], value, origin)


def _is_right(option: Option, value: Any, origin: Callable[[], Origin], reading: Reading) -> bool:  # noqa: ANN401  (a value of any kind)
    """Apply what only the server of the release checks: the value will reach it as the text of a variable.

    A secret that was decrypted is a text that nobody has read yet: a list of keys may be none.
    """
    if isinstance(value, SecretRef) or not (option.record.validated or option.leaf.kind is URL or isinstance(value, SecretText)):
        return True
    try:
        parse_value(option, option.kind.to_env(value), reading.release)
    except ValueParseError as error:
        reading.unreadable.add(option.path)
        message = f"`{option.path}`: {error.reason}"
        reading.note("OPT001", message, help=error.help, origin=origin(), path=option.path, why="the server refuses to start")
        return False
    return True


@lru_cache(maxsize=1)
def _paths() -> dict[str, Leaf]:
    return {leaf.path: leaf for leaf in outline_leaves() if leaf.path not in LISTS}
