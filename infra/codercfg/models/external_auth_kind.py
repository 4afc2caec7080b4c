"""How a list of external-auth providers is read and printed."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from codercfg.options.family import members
from codercfg.options.kind import Kind
from codercfg.options.kinds import SPACED_LIST, STRICT_BOOLEAN
from codercfg.values.error import ValueParseError
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from codercfg.models.external_auth import ExternalAuthConfig


def _parse(text: str) -> "tuple[ExternalAuthConfig, ...]":
    from codercfg.values import struct_text

    return from_items(struct_text.parse_external_auth(text))


def from_items(items: Iterable[Mapping[str, Any]]) -> "tuple[ExternalAuthConfig, ...]":
    """The items of the server's YAML or flag; keys that upstream does not know were dropped by the reader.

    Not validated: the server takes what it can decode, and looks at it later.
    """
    from codercfg.models.external_auth import ExternalAuthConfig

    return tuple(ExternalAuthConfig.model_construct(**{key: _typed(key, value) for key, value in item.items()}) for item in items)


def _typed(key: str, value: Any) -> Any:  # noqa: ANN401  (a value of any kind)
    if key == "client_secret":
        return SecretText(value)
    return (tuple(value) or None) if isinstance(value, list) else value


def _to_env(_items: "tuple[ExternalAuthConfig, ...]") -> str:
    raise ValueParseError("external auth providers have no variable of their own", "they are written as CODER_EXTERNAL_AUTH_<N>_<KEY>")


def _wire(items: "tuple[ExternalAuthConfig, ...]") -> list[dict[str, Any]] | None:
    """Upstream's API never shows the secret and the extra token keys."""
    hidden = {"client_secret", "extra_token_keys"}
    return [{key: value for key, value in wire_item(item).items() if key not in hidden} for item in items] or None


def wire_item(item: Any) -> dict[str, Any]:  # noqa: ANN401  (a value of any kind)
    """Every key of an item as JSON shows it, unset ones included; the secret stays as it is held."""
    wire: dict[str, Any] = {}
    for member in members(type(item)):
        value = getattr(item, member.attribute)
        if member.kind is SPACED_LIST:
            wire[member.json_name] = list(value) if value else None
        elif member.kind is STRICT_BOOLEAN:
            wire[member.json_name] = bool(value)
        else:
            wire[member.json_name] = value or ""
    return wire


EXTERNAL_AUTH = Kind("list of external auth providers", _parse, _to_env, _wire, None)
