"""Settings that are a whole Kubernetes structure (`affinity`, `volumes`), passed on as written.

What is inside is checked by the schema of that structure when the objects are made, with the place of each mistake.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from codercfg.models.stack.kinds import kind
from codercfg.options.stack_values import what
from codercfg.values.error import ValueParseError

_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Structure:
    """Says which Kubernetes structure a field holds.

    Attributes:
        definition: Its name in the bundled schema: `V1Affinity`.
        many: The field holds a list of them.
    """

    definition: str
    many: bool = False


def _plain(data: object, depth: int = 0) -> Any:  # noqa: ANN401  (any JSON)
    if depth > _DEEPEST:
        raise ValueParseError("the structure is nested too deeply", f"use at most {_DEEPEST} levels")
    if isinstance(data, Mapping):
        if not all(isinstance(key, str) for key in data):
            raise ValueParseError("a key is not text", "write the key in quotes")
        return {key: _plain(value, depth + 1) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_plain(item, depth + 1) for item in data]
    if isinstance(data, str | bool | int):
        return data
    # null would reach the API server as "remove this field"; a float is no Kubernetes type
    raise ValueParseError(f"{what(data)} has no place in a Kubernetes object", "remove the line, or write whole numbers and texts")


def _accept_map(data: object) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        raise ValueParseError(f"expected a map, found {what(data)}", "write it as in a Kubernetes manifest")
    plain: dict[str, Any] = _plain(data)
    return plain


def _accept_maps(data: object) -> tuple[dict[str, Any], ...]:
    if not isinstance(data, list | tuple) or not all(isinstance(item, Mapping) for item in data):
        raise ValueParseError("expected a list of maps", "write it as in a Kubernetes manifest, one `-` for each item")
    return tuple(_plain(item) for item in data)


MAP = kind("Kubernetes structure", _accept_map)
MAPS = kind("list of Kubernetes structures", _accept_maps)
Map = Annotated[dict[str, Any] | None, MAP]
Maps = Annotated[tuple[dict[str, Any], ...] | None, MAPS]
