"""From a place in a model to the place in the file."""

from __future__ import annotations

from typing import Any

Loc = tuple[int | str, ...]


def dotted(loc: Loc) -> str:
    """`("ai", "bridge", "providers", 0, "key")` as `ai.bridge.providers[0].key`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc)
    return text.removeprefix(".")


def entry(root: Any, loc: Loc) -> tuple[Any, Any, Loc]:  # noqa: ANN401  (any YAML)
    """The innermost container on the way along `loc`, the value in it, and how far the way led."""
    holder: Any = None
    value, reached = root, 0
    for part in loc:
        if not has(value, part):
            break
        holder, value = value, value[part]
        reached += 1
    return holder, value, loc[:reached]


def has(container: Any, part: int | str) -> bool:  # noqa: ANN401  (any YAML)
    """Whether a map has the key, or a list the position."""
    if isinstance(container, list):
        return isinstance(part, int) and part < len(container)
    return isinstance(container, dict) and part in container


def without(data: Any, locs: set[Loc]) -> Any:  # noqa: ANN401  (any YAML)
    """A copy of a map without the entries at `locs`; what is not on the way is shared, not copied."""
    heads: dict[int | str, set[Loc]] = {}
    for loc in locs:
        heads.setdefault(loc[0], set()).add(loc[1:])
    copy = type(data)(data)
    copy.places = data.places
    for head, tails in heads.items():
        if () in tails or not isinstance(data[head], dict):
            del copy[head]
        else:
            copy[head] = without(data[head], tails)
    return copy
