"""Readers for the Go types that Coder's struct options are made of: bool, UUID, slice, map and struct."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from codercfg.values.error import ValueParseError
from codercfg.values.yaml_decode import MISSING, Decoder, read_text, wrong_shape
from codercfg.values.yaml_node import Node, Scalar, Sequence
from codercfg.values.yaml_scalar import is_text, text_of

if TYPE_CHECKING:
    from codercfg.values.yaml_decode import Read

_WORDS_WITHOUT_QUOTES = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WORDS = {
    **dict.fromkeys(("y", "Y", "yes", "Yes", "YES", "on", "On", "ON"), True),
    **dict.fromkeys(("n", "N", "no", "No", "NO", "off", "Off", "OFF"), False),
}
_DASHED = "([0-9A-Fa-f]{8})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{12})"
_UUID = re.compile(f"(?:[Uu][Rr][Nn]:[Uu][Uu][Ii][Dd]:)?{_DASHED}|[\\x00-\\x7f]{_DASHED}[\\x00-\\x7f]|([0-9A-Fa-f]{{32}})")


class NilMap(dict[str, Any]):
    """Go's nil map, which `null` and the empty text leave: empty, but `null` in JSON."""


class NilList(list[Any]):
    """Go's nil slice, which `null` and the empty text leave: empty, but `null` in JSON."""


def read_boolean(decoder: Decoder, node: Node) -> Any:  # noqa: ANN401  (boolean or MISSING)
    """A Go bool, for which yaml.v3 takes the words of YAML 1.1 too."""
    text = read_text(decoder, node)
    if text is MISSING:
        return MISSING
    words = _WORDS if isinstance(node, Scalar) and is_text(node) else _WORDS_WITHOUT_QUOTES
    if text not in words:
        raise wrong_shape("true or false")
    return words[text]


def read_uuid(decoder: Decoder, node: Node) -> Any:  # noqa: ANN401  (text or MISSING)
    """google/uuid: with dashes, in braces, after `urn:uuid:`, or 32 digits; returned in lower case with dashes."""
    text = read_text(decoder, node)
    if text is MISSING:
        return MISSING
    found = _UUID.fullmatch(text)
    if found is None:
        raise ValueParseError("an item is not a UUID", "write UUIDs such as 6f1a2b3c-0d4e-4f5a-8b6c-7d8e9fa0b1c2")
    digits = "".join(filter(None, found.groups())).lower()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def list_of(read_item: Read) -> Read:
    """A Go slice: null is nil, and null items are left out."""

    def read(decoder: Decoder, node: Node) -> list[Any]:
        if isinstance(node, Scalar) and text_of(node) is None:
            return NilList()
        if not isinstance(node, Sequence):
            raise wrong_shape("a list")
        items = (decoder.read(item, read_item) for item in node.items)
        return [item for item in items if item is not MISSING]

    return read


def map_of(read_value: Read, *, zero: str | None = None) -> Read:
    """A Go map with string keys: null is nil, and null values are `zero`, where `read_value` has no nil of its own."""

    def read(decoder: Decoder, node: Node) -> dict[str, Any]:
        if isinstance(node, Scalar) and text_of(node) is None:
            return NilMap()
        values: dict[str, Any] = {}

        def put(key: str, value_node: Node) -> None:
            value = decoder.read(value_node, read_value)
            values[key] = zero if value is MISSING else value

        decoder.read_entries(node, put)
        return values

    return read


def struct_of(fields: dict[str, Read]) -> Read:
    """A Go struct, as a map of the fields that are given: unknown keys are ignored, and null is not given."""

    def read(decoder: Decoder, node: Node) -> Any:  # noqa: ANN401  (map or MISSING)
        if isinstance(node, Scalar) and text_of(node) is None:
            return MISSING
        values: dict[str, Any] = {}

        def put(key: str, value_node: Node) -> None:
            if key in fields and (value := decoder.read(value_node, fields[key])) is not MISSING:
                values[key] = value

        decoder.read_entries(node, put, fields)
        return values

    return read
