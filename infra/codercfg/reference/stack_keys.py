"""Keys of a stack file that are our own: `release`, `env`, and everything below `kubernetes` and `target`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from codercfg.models.root import DeploymentValues
from codercfg.models.stack.root import StackConfig
from codercfg.options.kind import Kind
from codercfg.options.opt import Key
from codercfg.options.walk import json_name
from codercfg.reference.lookup import INDEX
from codercfg.sources.stack.model_fields import group_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from codercfg.options.group import Group


@dataclass(frozen=True, slots=True)
class StackKey:
    """One key of a stack file.

    Attributes:
        path: `kubernetes.service.type`; `[]` stands behind a list.
        description: What it does.
        type: Kind of value, or `group` and `list` for what holds further keys.
        default: As a stack file would write it, or None.
    """

    path: str
    description: str
    type: str
    default: str | None


@lru_cache(maxsize=1)
def stack_keys() -> dict[str, StackKey]:
    """Every key by its path, in the order of the models."""
    return {key.path: key for key in _walk(StackConfig, "")}


def find_stack_key(name: str) -> StackKey | None:
    """The key of that path, also with `coder:` before it or an index in it; None when there is none."""
    path = INDEX.sub("[]", name.strip().removeprefix("coder:"))
    return stack_keys().get(path) or stack_keys().get(path.removesuffix("[]"))


def _walk(model: type[Group], prefix: str) -> Iterator[StackKey]:
    for name, field in model.model_fields.items():
        held = group_of(field.annotation)
        if held is DeploymentValues:
            continue  # the server's options have a page of their own
        path = f"{prefix}{json_name(name, field)}"
        is_list = held is not None and field.annotation is not held
        yield StackKey(path, _description(field, held), _type(field, held, is_list=is_list), _default(field, held))
        if held is not None:
            yield from _walk(held, f"{path}[]." if is_list else f"{path}.")


def _description(field: FieldInfo, held: type[Group] | None) -> str:
    key = next((item for item in field.metadata if isinstance(item, Key)), None)
    if key is not None:
        return key.description
    return " ".join((held.__doc__ or "").split()) if held is not None else ""


def _type(field: FieldInfo, held: type[Group] | None, *, is_list: bool) -> str:
    if held is not None:
        return "list" if is_list else "group"
    return next((item.name for item in field.metadata if isinstance(item, Kind)), "text")


def _default(field: FieldInfo, held: type[Group] | None) -> str | None:
    if held is not None or field.is_required() or field.default is None:
        return None
    value: Any = field.default
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
