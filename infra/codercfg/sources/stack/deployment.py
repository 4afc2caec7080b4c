"""The section `coder:deployment`: options at upstream's JSON paths."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from codercfg.configuration.setting import Setting
from codercfg.env.parse import parse_value
from codercfg.options.kinds import URL
from codercfg.sources.stack.deployment_values import deployment_values
from codercfg.sources.stack.families import read_items
from codercfg.sources.stack.releases import note_absent, note_deprecated
from codercfg.sources.stack.secrets import is_ciphertext
from codercfg.sources.stack.value_notes import note_no_secret, note_null
from codercfg.values.duration import Duration
from codercfg.values.error import ValueParseError
from codercfg.values.host_port import HostPort
from codercfg.values.secret import SecretText
from codercfg.yaml_reader.nodes import YamlMap

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.catalog.catalog import Option
    from codercfg.configuration.setting import Item
    from codercfg.diagnostics.origin import Origin
    from codercfg.options.leaf import Leaf
    from codercfg.sources.stack.reading import Reading

_PLAIN = frozenset((str, int, bool, tuple, Duration, HostPort))  # types of values that hold no ciphertext and no decrypted text


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
    values = deployment_values(holder[key], reading.places.of_key(holder, key), reading)
    if values is None:
        reading.incomplete = True
        return found
    settings, origin = found.settings, reading.places.of_entry
    for item, node, name, value in values:
        path = item.path
        if item.plain is not None and type(value) in _PLAIN:
            settings[path] = Setting(item.plain, value, (origin, node, name, path))
            continue
        where = partial(origin, node, name, path)
        if item.leaf is None:
            _take_list(found, path, where(), value, node[name], reading)
        else:
            _take(found, item.leaf, item.option, where, value, node[name], reading)
    return found


def _take_list(found: Deployment, path: str, origin: Origin, value: Any, written: Any, reading: Reading) -> None:  # noqa: ANN401
    if written is None:
        note_null(path, origin, reading)
    else:
        found.items[path] = read_items(path, value, written, origin, reading)


def _take(
    found: Deployment,
    leaf: Leaf,
    option: Option | None,
    origin: Callable[[], Origin],
    value: Any,  # noqa: ANN401  (a value of any kind)
    written: Any,  # noqa: ANN401  (any YAML)
    reading: Reading,
) -> None:
    path = leaf.path
    if not leaf.secret and isinstance(written, YamlMap) and is_ciphertext(written):
        # A map option would take the ciphertext for its content.
        note_no_secret(path, origin(), reading)
        reading.unreadable.add(path)
        return
    if option is None:
        note_absent(path, leaf, origin(), reading)
        return
    if value is None:  # lists of links: their annotation lets `null` pass
        note_null(path, origin(), reading)
        reading.unreadable.add(path)
        return
    if not reading.hide(path, value) and not _is_right(option, value, origin, reading):
        return
    if option.record.use_instead:
        note_deprecated(option, origin(), reading)
    found.settings[path] = Setting(option, value, (origin,))


def _is_right(option: Option, value: Any, origin: Callable[[], Origin], reading: Reading) -> bool:  # noqa: ANN401  (a value of any kind)
    """Apply what only the server of the release checks: the value will reach it as the text of a variable.

    A secret that was decrypted is a text that nobody has read yet: a list of keys may be none.
    """
    if not (option.record.validated or option.leaf.kind is URL or isinstance(value, SecretText)):
        return True
    try:
        parse_value(option, option.kind.to_env(value), reading.release)
    except ValueParseError as error:
        reading.unreadable.add(option.path)
        message = f"`{option.path}`: {error.reason}"
        reading.note("OPT001", message, help=error.help, origin=origin(), path=option.path, why="the server refuses to start")
        return False
    return True
