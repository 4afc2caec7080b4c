"""Which properties of an object change, each by its path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kubernetes_plugin.wire import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Path = tuple[str | int, ...]
ADD, UPDATE, DELETE = "ADD", "UPDATE", "DELETE"
_MISSING = object()


def differences(old: Any, new: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Each place that differs, and how; lists are compared place by place."""
    if isinstance(new, Unknown):
        yield path, ADD if old is _MISSING else UPDATE
    elif new is _MISSING:
        yield path, DELETE
    elif old is _MISSING:
        yield path, ADD
    elif isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            yield from differences(old.get(key, _MISSING), new.get(key, _MISSING), (*path, key))
    elif isinstance(old, list) and isinstance(new, list):
        for index in range(max(len(old), len(new))):
            yield from differences(_at(old, index), _at(new, index), (*path, index))
    elif old != new or isinstance(old, bool) != isinstance(new, bool):
        yield path, UPDATE


def replaces(path: Path, forced: Iterable[tuple[str, ...]], *, whole: Any = None) -> bool:
    """Whether a change at `path` touches one of the `forced` paths; `whole` is what appears there."""
    return any(path[: len(item)] == item or (item[: len(path)] == path and _holds(whole, item[len(path) :])) for item in forced)


def written(path: Path) -> str:
    """A path as the engine reads it: `metadata.labels["app.kubernetes.io/name"]`, `spec.containers[0].image`."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        elif any(character in step for character in '."[]'):
            text += f'["{step}"]'
        else:
            text += f".{step}" if text else step
    return text


def _at(items: list[Any], index: int) -> Any:
    return items[index] if index < len(items) else _MISSING


def _holds(value: Any, steps: tuple[str, ...]) -> bool:
    for step in steps:
        if not isinstance(value, dict) or step not in value:
            return False
        value = value[step]
    return True
