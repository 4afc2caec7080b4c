"""Properties as they go between the engine and a plugin: plain JSON, with marks for secret and for unknown values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from google.protobuf import struct_pb2

_SIGNATURE = "4dabf18193072939515e22adb298388d"
_SECRET = "1b47061264138c4ac30d75fd1eb44270"
_UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"


class Unknown:
    """A value that is known only once something else was made."""

    def __repr__(self) -> str:
        return "unknown"


UNKNOWN = Unknown()


@dataclass(frozen=True)
class Secret:
    """A value that the engine keeps encrypted and shows as `[secret]`."""

    value: Any

    def __repr__(self) -> str:
        return "[secret]"


def decoded(struct: struct_pb2.Struct) -> dict[str, Any]:
    """The properties of a message; whole numbers as int, nulls left out."""
    return {key: _decoded(value) for key, value in struct.fields.items() if value.WhichOneof("kind") != "null_value"}


def _decoded(value: struct_pb2.Value) -> Any:  # noqa: PLR0911  (one return for each kind of value)
    match value.WhichOneof("kind"):
        case "struct_value":
            fields = value.struct_value.fields
            if _SIGNATURE in fields and fields[_SIGNATURE].string_value == _SECRET:
                return Secret(_decoded(fields["value"]))
            return decoded(value.struct_value)
        case "list_value":
            return [_decoded(item) for item in value.list_value.values]
        case "number_value":
            number = value.number_value
            return int(number) if number.is_integer() else number
        case "string_value":
            return UNKNOWN if value.string_value == _UNKNOWN_TEXT else value.string_value
        case "bool_value":
            return value.bool_value
        case _:
            return None


def encoded(properties: dict[str, Any]) -> struct_pb2.Struct:
    """The message for properties."""
    struct = struct_pb2.Struct()
    struct.update(_encoded(properties))
    return struct


def _encoded(value: Any) -> Any:
    if isinstance(value, Secret):
        return {_SIGNATURE: _SECRET, "value": _encoded(value.value)}
    if isinstance(value, Unknown):
        return _UNKNOWN_TEXT
    if isinstance(value, dict):
        return {key: _encoded(item) for key, item in value.items() if item is not None}
    return [_encoded(item) for item in value] if isinstance(value, list) else value


def plain(value: Any) -> Any:
    """The value without marks of secrecy."""
    if isinstance(value, Secret):
        return plain(value.value)
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def contains(value: Any, kind: type[Secret | Unknown]) -> bool:
    """Whether a value is, or holds, a secret or an unknown one."""
    if isinstance(value, kind):
        return True
    if isinstance(value, Secret):
        return contains(value.value, kind)
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(contains(item, kind) for item in items)


def marked_like(found: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """`found` with the secrecy of `given`: of a Secret all data, of anything else what was secret at the same place.

    An array with one secret in it is secret as a whole: its order may have changed meanwhile.
    """
    if found.get("kind") == "Secret":
        return {key: Secret(value) if key in {"data", "stringData"} else value for key, value in found.items()}
    return {key: _marked(value, given.get(key)) for key, value in found.items()}


def _marked(value: Any, given: Any) -> Any:
    if isinstance(value, dict) and isinstance(given, dict):
        return marked_like(value, given)
    return Secret(value) if contains(given, Secret) else value
