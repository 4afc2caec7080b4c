"""The values under `coder:deployment`, in one walk; the models are asked only when something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from codercfg.options.record import NotPlainError
from codercfg.sources.stack.deployment_keys import keys_of, leaf_by_path
from codercfg.sources.stack.families import LISTS
from codercfg.sources.stack.locate import Loc, dotted, without
from codercfg.sources.stack.secrets import opened
from codercfg.sources.stack.validated import model_class, validated
from codercfg.sources.stack.value_notes import note_null
from codercfg.values.error import ValueParseError
from codercfg.yaml_reader.nodes import YamlMap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.diagnostics.origin import Origin
    from codercfg.sources.stack.deployment_keys import Key
    from codercfg.sources.stack.reading import Reading

_MOST_ROUNDS = 3
Found: TypeAlias = "tuple[Key, YamlMap, str, Any]"
"""A key, the map and key under which it was written, and its value."""


def deployment_values(section: Any, top: Origin, reading: Reading) -> list[Found] | None:  # noqa: ANN401  (a value of any kind)
    """The values of what is right, each with its place; None when the section as a whole could not be read."""
    if section is None:
        note_null("coder:deployment", top, reading)
        return None
    data = section if reading.secrets is None else opened(section, "deployment", reading.secrets)
    keys = keys_of(reading.catalog.series)
    try:
        return _read(data, keys, [])
    except NotPlainError:
        return _without_mistakes(section, data, keys, top, reading)


def _without_mistakes(section: Any, data: Any, keys: dict[str, Key], top: Origin, reading: Reading) -> list[Found] | None:  # noqa: ANN401
    """Report what is wrong, and give the values of the others."""
    from codercfg.sources.stack.model_errors import note_errors  # loads the models

    for _round in range(_MOST_ROUNDS):
        values, failure = validated("DeploymentValues", data)
        if failure is None:
            return _written(data, keys, values, [])
        wrong = note_errors(failure, root=section, model=model_class("DeploymentValues"), prefix="", top=top, reading=reading)
        if () in wrong:
            return None
        cut = {_whole(loc) for loc in wrong}
        reading.unreadable.update(path for loc in cut for path in _below(dotted(loc)))
        data = without(data, cut)
    return None


def _whole(loc: Loc) -> Loc:
    """A place without what lies in an item: a list of providers is right or wrong as a whole."""
    first = next((number for number, part in enumerate(loc) if isinstance(part, int)), len(loc))
    return loc[:first]


def _below(path: str) -> Iterator[str]:
    """What rules cannot look at when the value at `path` is wrong."""
    for other in (*leaf_by_path(), *LISTS):
        if other == path or other.startswith(f"{path}."):
            yield LISTS.get(other, other)


def _read(node: Any, keys: dict[str, Key], found: list[Found]) -> list[Found]:  # noqa: ANN401  (any YAML)
    """Add the value of every option and list below `node`.

    Raises:
        NotPlainError: A key is unknown, a value is not what its option takes, or a group is no map; the models say what is wrong.
    """
    if not isinstance(node, YamlMap):
        raise NotPlainError
    try:
        for name, item in node.items():
            key = keys[name]
            if key.below is None:
                found.append((key, node, name, item if type(item) is key.exact else key.accept(item)))
            else:
                _read(item, key.below, found)
    except (KeyError, ValueParseError):
        raise NotPlainError from None
    return found


def _written(node: YamlMap, keys: dict[str, Key], values: Any, found: list[Found]) -> list[Found]:  # noqa: ANN401  (a model)
    """The same where the models have read the values."""
    for name, item in node.items():
        key = keys[name]
        if key.below is None:
            found.append((key, node, name, key.value(values)))
        else:
            _written(item, key.below, values, found)
    return found
