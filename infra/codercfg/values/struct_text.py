"""serpent `Struct`: maps and lists as YAML text, which JSON text is too, decoded as Go's yaml.v3 does.

Go tells an empty map from none at all. Where `null` or the empty text leaves none, the value is a `NilMap` or `NilList`: equal to
an empty one, written as `null`.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

from codercfg.values.error import ValueParseError
from codercfg.values.yaml_decode import MISSING, Decoder, read_text
from codercfg.values.yaml_node import compose
from codercfg.values.yaml_shapes import NilList, NilMap, list_of, map_of, read_boolean, read_uuid, struct_of

if TYPE_CHECKING:
    from codercfg.values.yaml_decode import Read
    from codercfg.values.yaml_node import Node

_MAX_KEY_LENGTH = 1024  # with quotes and escapes; YAML wants a question mark in front of a longer key
# Characters that YAML forbids, folds or drops even between quotes; a JSON escape carries them.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")

_STRING_MAP = map_of(read_text, zero="")
_STRING_LISTS = map_of(list_of(read_text))
_UUID_LISTS = map_of(list_of(read_uuid))
_LINKS = list_of(struct_of(dict.fromkeys(("name", "target", "icon", "location"), read_text)))
_EXTERNAL_AUTH_TEXTS = (
    *("type", "client_id", "client_secret", "id", "auth_url", "token_url", "validate_url", "revoke_url", "app_install_url"),
    *("app_installations_url", "device_code_url", "mcp_url", "mcp_tool_allow_regex", "mcp_tool_deny_regex", "regex"),
    *("api_base_url", "display_name", "display_icon"),
)
_EXTERNAL_AUTH_FIELDS: dict[str, Read] = {
    **dict.fromkeys(_EXTERNAL_AUTH_TEXTS, read_text),
    **dict.fromkeys(("scopes", "extra_token_keys", "code_challenge_methods_supported"), list_of(read_text)),
    **dict.fromkeys(("no_refresh", "device_flow"), read_boolean),
}
_EXTERNAL_AUTH = list_of(struct_of(_EXTERNAL_AUTH_FIELDS))
_BY_SHAPE = {
    "string_map": _STRING_MAP,
    "string_lists": _STRING_LISTS,
    "uuid_lists": _UUID_LISTS,
    "links": _LINKS,
    "external_auth": _EXTERNAL_AUTH,
}


def parse_string_map(text: str) -> dict[str, str]:
    """A map of text to text; numbers and truth values become their text, null the empty one.

    Raises:
        ValueParseError: Not YAML, or another shape; so do all functions here.
    """
    return cast("dict[str, str]", _parse(text, _STRING_MAP, NilMap()))


def parse_string_lists(text: str) -> dict[str, list[str]]:
    """A map of text to list of text; a lone text is no list."""
    return cast("dict[str, list[str]]", _parse(text, _STRING_LISTS, NilMap()))


def parse_uuid_lists(text: str) -> dict[str, list[str]]:
    """A map of text to list of UUID, each in lower case with dashes."""
    return cast("dict[str, list[str]]", _parse(text, _UUID_LISTS, NilMap()))


def parse_links(text: str) -> list[dict[str, str]]:
    """Links of the dashboard, each with the keys that are given: `name`, `target`, `icon`, `location`."""
    return cast("list[dict[str, str]]", _parse(text, _LINKS, NilList()))


def parse_external_auth(text: str) -> list[dict[str, Any]]:
    """External auth providers, each with the keys that are given and known; `client_secret` is plain text here."""
    return cast("list[dict[str, Any]]", _parse(text, _EXTERNAL_AUTH, NilList()))


def read_node(shape: str, node: Node) -> Any:  # noqa: ANN401  (the shape decides)
    """What `parse_<shape>` makes of a text, made of a node of the server's YAML file: maps must be native there.

    Args:
        shape: `string_map`, `string_lists`, `uuid_lists`, `links` or `external_auth`.
        node: The value of the option.
    """
    read = _BY_SHAPE[shape]
    return _read(node, read, NilList() if read in (_LINKS, _EXTERNAL_AUTH) else NilMap())


def to_env(value: dict[str, Any] | list[Any]) -> str:
    """JSON text on one line, in the order of `value`, which the server's YAML reader reads back.

    Raises:
        ValueParseError: A key too long for YAML, or text that is not Unicode.
    """
    _check_keys(value)
    text = _json(wire(value))
    if _SURROGATE.search(text):
        raise ValueParseError("a text holds half of a surrogate pair, which no variable can carry", "write Unicode text")
    return text


def wire(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    """`value` as upstream's JSON document shows it: nil maps and lists are null."""
    if isinstance(value, NilMap | NilList):
        return None
    if isinstance(value, dict):
        return {key: wire(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [wire(item) for item in value]
    return value


def _parse(text: str, read: Read, nil: object) -> object:
    root = compose(text)
    return nil if root is None else _read(root, read, nil)


def _read(node: Node, read: Read, nil: object) -> object:
    try:
        value = Decoder().read(node, read)
    except RecursionError:
        raise ValueParseError("the YAML text merges too many maps into each other", "write the keys out") from None
    return nil if value is MISSING else value


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _check_keys(value: object) -> None:
    if isinstance(value, dict):
        if any(len(_json(key)) >= _MAX_KEY_LENGTH for key in value):
            raise ValueParseError("a key is longer than YAML allows", "shorten the key to less than 1000 characters")
        value = list(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            _check_keys(item)
