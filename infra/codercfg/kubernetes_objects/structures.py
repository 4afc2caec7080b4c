"""Checks the settings that are whole Kubernetes structures, at the place where they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.kubernetes_objects.finding import setting_finding
from codercfg.models.stack.structure import Structure
from codercfg.options.record import Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.kubernetes_objects.stack import Stack


def structure_findings(stack: Stack) -> list[Diagnostic]:
    """Keys that Kubernetes does not know, missing ones, and values of a wrong type."""
    return [item for path, structure, value in _written(stack.kubernetes, "") for item in _compare(stack, path, structure, value)]


def _written(group: Any, prefix: str) -> Iterator[tuple[str, Structure, Any]]:  # noqa: ANN401  (a value of any kind)
    """Each structure that was set: its path, what it has to be, and what it is."""
    for name, key, structure in _fields(type(group)):
        if name not in group.model_fields_set:
            continue  # no default is a structure
        value, path = getattr(group, name), f"{prefix}{key}"
        if structure is not None:
            if value:
                yield path, structure, value
        elif _is_group(value):
            yield from _written(value, f"{path}.")
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if _is_group(item):
                    yield from _written(item, f"{path}[{index}].")


def _fields(group: type[Any]) -> tuple[tuple[str, str, Structure | None], ...]:
    """Attribute, key, and the structure that the field has to be; None for a group that may have structures in it."""
    known = _FIELDS.get(group)
    if known is None:
        fields = [(name, field.alias or name, field, _structure(field)) for name, field in group.model_fields.items()]
        known = _FIELDS[group] = tuple((name, key, held) for name, key, field, held in fields if held is not None or _holds_any(field))
    return known


def _holds_any(field: Any) -> bool:  # noqa: ANN401  (of a record or of a model)
    if not isinstance(field, Field):
        return True  # of a model, which is asked only after a finding
    return field.group is not None and bool(_fields(field.group))


_FIELDS: dict[type, tuple[tuple[str, str, Structure | None], ...]] = {}  # a class is no `Hashable` to the type checker, so no `lru_cache`


def _structure(field: Any) -> Structure | None:  # noqa: ANN401  (of a record or of a model)
    return next((item for item in field.metadata if isinstance(item, Structure)), None)


def _is_group(value: object) -> bool:
    return hasattr(type(value), "model_fields")


def _compare(stack: Stack, path: str, structure: Structure, value: Any) -> Iterator[Diagnostic]:  # noqa: ANN401  (any JSON)
    from codercfg.kubernetes_objects.schema import problems

    items = [(f"{path}[{index}]", item) for index, item in enumerate(value)] if structure.many else [(path, value)]
    for place, item in items:
        for problem in problems(structure.definition, item):
            dot = "" if not problem.dotted or problem.dotted.startswith("[") else "."
            yield setting_finding(stack, "K8S007", f"{place}{dot}{problem.dotted}", problem.message, problem.advice)
