"""One value of the server's YAML file, by the rules of the option's type.

Source: serpent `yaml.go` and `values.go`, Go yaml.v3. Most types take the raw text of a scalar, so that `null` is a word and `yes`
is no boolean. Validated and structured options are decoded by YAML's own types, and upstream's rules for single options are not applied.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from codercfg.env.parse import parse_text
from codercfg.models.external_auth_kind import EXTERNAL_AUTH, from_items
from codercfg.models.link_kind import LINKS, link_configs
from codercfg.options.kinds import INTEGER, LIST, REGEXP, SECRET_LIST, URL
from codercfg.options.structs import TEXT_LISTS, TEXT_MAP, UUID_LISTS
from codercfg.values import csv_list, struct_text, yaml_decode, yaml_scalar, yaml_shapes
from codercfg.values.error import ValueParseError
from codercfg.values.secret import SecretText
from codercfg.values.yaml_node import Alias, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from codercfg.catalog.catalog import Option
    from codercfg.releases.release import Release

_INT64 = 1 << 63
_MAP_SHAPES = ((TEXT_MAP, "string_map"), (TEXT_LISTS, "string_lists"), (UUID_LISTS, "uuid_lists"))
_LIST_OF_TEXT = yaml_shapes.list_of(yaml_decode.read_text)


def read_yaml_value(option: Option, node: Node, release: Release) -> Any:  # noqa: ANN401  (a value of the option's kind)
    """The value that the server takes from `node`.

    Raises:
        ValueParseError: The server would refuse it.
    """
    if isinstance(node, Alias):
        raise ValueParseError("an alias (*name) is no value for the server", "write the value itself")
    kind = option.kind
    for map_kind, shape in _MAP_SHAPES:
        if kind is map_kind:
            return struct_text.read_node(shape, node)
    if kind is LINKS:
        return link_configs(_items("links", node))
    if kind is EXTERNAL_AUTH:
        return from_items(_items("external_auth", node))
    if option.record.validated:
        return _typed(option, node)
    if kind in (LIST, SECRET_LIST):
        return _list(node, secret=kind is SECRET_LIST)
    return parse_text(option, _raw(option, node), release)


def _raw(option: Option, node: Node) -> str:
    if isinstance(node, Scalar):
        return node.value
    if option.kind in (URL, REGEXP):
        return ""  # the server takes the text of the node, and a list or map has none
    raise _wrong("a plain value", node)


def _items(shape: str, node: Node) -> list[dict[str, Any]]:
    """The items of a list of structures; the server ignores a scalar or an empty map without a word."""
    if isinstance(node, Scalar) or (isinstance(node, Mapping) and not node.items):
        return []
    found: list[dict[str, Any]] = struct_text.read_node(shape, node)
    return found


def _list(node: Node, *, secret: bool) -> Any:  # noqa: ANN401  (a tuple or a secret)
    if isinstance(node, Scalar):
        items = csv_list.parse(node.value)
    elif isinstance(node, Sequence):
        items = tuple(yaml_decode.Decoder().read(node, _LIST_OF_TEXT))
    else:
        raise _wrong("a list", node)
    return SecretText(csv_list.to_env(items)) if secret else items


def _typed(option: Option, node: Node) -> Any:  # noqa: ANN401  (a value of the option's kind)
    if option.kind is LIST:
        return tuple(yaml_decode.Decoder().read(node, _LIST_OF_TEXT))
    if not isinstance(node, Scalar):
        raise _wrong("a plain value", node)
    return _integer(node) if option.kind is INTEGER else yaml_scalar.text_of(node) or ""


def _integer(scalar: Scalar) -> int:
    """A Go int64: fractions are cut off, and nothing is 0."""
    if yaml_scalar.is_null(scalar):
        return 0
    text = scalar.value.replace("_", "")
    found = "!!str" if yaml_scalar.is_text(scalar) else yaml_scalar.resolve(scalar.value)
    if found == "!!int":
        return _in_range(yaml_scalar.integer_of(text))
    if found == "!!float" and text.strip("+-").lower() not in {".inf", ".nan"}:
        return _in_range(math.trunc(float(text)))
    raise ValueParseError("the server expects a number without quotes here", "write digits without quotes, such as 10")


def _in_range(number: int) -> int:
    if not -_INT64 <= number < _INT64:
        raise ValueParseError("the number does not fit into 64 bits", "write a smaller number")
    return number


def _wrong(wanted: str, node: Node) -> ValueParseError:
    return ValueParseError(f"the server expects {wanted}, not {'a map' if isinstance(node, Mapping) else 'a list'}", f"write {wanted}")
