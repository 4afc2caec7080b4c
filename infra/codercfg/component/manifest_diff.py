"""Which properties of a manifest changed, for a preview that shows those and nothing else.

Without such a list the engine prints the whole object around every change; lists it compares by position, so that one variable more
makes all behind it look changed. Entries with a name are matched by it here.
"""

from __future__ import annotations

import json
from typing import Any

ADD, DELETE, UPDATE = "ADD", "DELETE", "UPDATE"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def changed_paths(old: Any, new: Any, path: str = "") -> dict[str, str]:  # noqa: ANN401  (any JSON)
    """Property path to `ADD`, `DELETE` or `UPDATE`; a path to a deleted item counts in the old list, every other in the new one."""
    if isinstance(old, dict) and isinstance(new, dict):
        return _maps(old, new, path)
    if isinstance(old, list) and isinstance(new, list):
        return _lists(old, new, path)
    return {} if old == new else {path: UPDATE}


def _maps(old: dict[str, Any], new: dict[str, Any], path: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key in sorted({*old, *new}):
        below = _step(path, key)
        if key not in old:
            found[below] = ADD
        elif key not in new:
            found[below] = DELETE
        else:
            found.update(changed_paths(old[key], new[key], below))
    return found


def _step(path: str, key: str) -> str:
    if set(key) <= _PLAIN:
        return f"{path}.{key}" if path else key
    return f"{path}[{json.dumps(key)}]"


def _lists(old: list[Any], new: list[Any], path: str) -> dict[str, str]:
    before, after = _places(old), _places(new)
    kept = [key for key in before if key in after]
    if len(before) != len(old) or len(after) != len(new) or kept != [key for key in after if key in before]:
        return _by_position(old, new, path)  # no names, or another order, which shows as such
    found: dict[str, str] = {}
    for key in kept:
        here, there = before[key], after[key]
        if here == there and not _is_entry(new[there]):
            found.update(changed_paths(old[here], new[there], f"{path}[{there}]"))
        elif here == there and old[here] != new[there]:
            found[f"{path}[{there}]"] = UPDATE  # the whole entry: a value without its name says nothing
        elif old[here] != new[there]:
            _mark(found, f"{path}[{here}]", DELETE)
            _mark(found, f"{path}[{there}]", ADD)
    for key in before.keys() - after.keys():
        _mark(found, f"{path}[{before[key]}]", DELETE)
    for key in after.keys() - before.keys():
        _mark(found, f"{path}[{after[key]}]", ADD)
    return found


def _is_entry(item: Any) -> bool:  # noqa: ANN401  (any JSON)
    """Whether an item is a name with a value, such as a variable, and no object with lists of its own, such as a container."""
    return isinstance(item, dict) and "name" in item and not any(isinstance(value, list) for value in item.values())


def _mark(found: dict[str, str], path: str, kind: str) -> None:
    """One item gone and another one new in the same place are a change of that place."""
    found[path] = kind if found.get(path, kind) == kind else UPDATE


def _places(items: list[Any]) -> dict[str, int]:
    """Position by name, or by the whole item where it has none."""
    return {
        str(item["name"]) if isinstance(item, dict) and "name" in item else json.dumps(item, sort_keys=True): place
        for place, item in enumerate(items)
    }


def _by_position(old: list[Any], new: list[Any], path: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for place in range(max(len(old), len(new))):
        below = f"{path}[{place}]"
        if place >= len(old):
            found[below] = ADD
        elif place >= len(new):
            found[below] = DELETE
        else:
            found.update(changed_paths(old[place], new[place], below))
    return found
