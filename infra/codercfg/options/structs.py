"""Options that carry maps: text to text, text to list of text, text to list of UUID."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from codercfg.options.kinds import struct
from codercfg.options.stack_values import accept_text, what
from codercfg.values.error import ValueParseError

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def _accept_map(data: object) -> Mapping[str, object]:
    if isinstance(data, Mapping):
        return data
    raise ValueParseError(f"expected a map, found {what(data)}", "write a YAML map, one key a line")


def _accept_texts(data: object) -> list[str]:
    if isinstance(data, list | tuple):
        return [accept_text(item) for item in data]
    raise ValueParseError(f"expected a list for each key, found {what(data)}", "write {key: [value, …]}")


def accept_text_map(data: object) -> dict[str, str]:
    """A map of text to text."""
    return {accept_text(key): accept_text(value) for key, value in _accept_map(data).items()}


def accept_text_lists(data: object) -> dict[str, list[str]]:
    """A map of text to list of text."""
    return {accept_text(key): _accept_texts(value) for key, value in _accept_map(data).items()}


def accept_uuid_lists(data: object) -> dict[str, list[str]]:
    """A map of text to list of UUID."""
    lists = accept_text_lists(data)
    for items in lists.values():
        for item in items:
            _check_uuid(item)
    return lists


def _check_uuid(text: str) -> None:
    if _UUID.fullmatch(text) is None:
        raise ValueParseError("expected the UUID of an organization", "copy the id from the organization's page or from the API")


TEXT_MAP = struct("map", "parse_string_map", accept_text_map)
TEXT_LISTS = struct("map of lists", "parse_string_lists", accept_text_lists)
UUID_LISTS = struct("map of UUID lists", "parse_uuid_lists", accept_uuid_lists)

TextMap = Annotated[dict[str, str] | None, TEXT_MAP]
TextLists = Annotated[dict[str, list[str]] | None, TEXT_LISTS]
UUIDLists = Annotated[dict[str, list[str]] | None, UUID_LISTS]
