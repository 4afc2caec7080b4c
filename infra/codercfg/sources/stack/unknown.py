"""Where a misplaced or misspelt key belongs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import leaf_by_flag
from codercfg.diagnostics.nearest import nearest
from codercfg.models.root import DeploymentValues
from codercfg.options.walk import json_name, leaves
from codercfg.releases import table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codercfg.options.group import Group

_MOST = 3
_FEW = 12


def hint(key: str, model: type[Group], *, search: bool) -> str:
    """What to do about a key that `model` does not have.

    Args:
        key: The key as it was written.
        model: The group in which it stands.
        search: Whether to look for similar names too, which costs a millisecond.
    """
    siblings = [json_name(name, field) for name, field in model.model_fields.items()]
    near = nearest(key, siblings) if search else ()
    if near and near[0].casefold() == key.casefold():
        return f"write `{near[0]}`: case counts"
    return belongs(key) or _mean(near) or (_similar(key) if search else "") or _known(siblings)


def belongs(key: str) -> str:
    """A sentence that says where `key` belongs: it is the last part of a path, a variable, a flag or a key of the server's YAML file."""
    name = key.removeprefix("--").casefold()
    paths = _by_last_part().get(name)
    if paths:
        return f"it belongs at {_quoted(paths)}" + (f" and {len(paths) - _MOST} more" if len(paths) > _MOST else "")
    other = _by_other_name().get(name)
    if other is None:
        return ""
    path, kind = other
    move = ", or move it to `coder:env`" if kind == "variable" else ""
    return f"`{key[:100]}` is the {kind} of `{path}`: write that path{move}"


def _similar(key: str) -> str:
    found = nearest(key, _by_last_part())
    return _mean(tuple(path for name in found for path in _by_last_part()[name])[:_MOST])


def _mean(names: Iterable[str]) -> str:
    listed = _quoted(tuple(names))
    return f"did you mean {listed}?" if listed else ""


def _known(siblings: list[str]) -> str:
    if len(siblings) > _FEW:
        return "`codercfg options` lists all options with their paths"
    return f"known keys: {', '.join(siblings)}"


def _quoted(names: tuple[str, ...]) -> str:
    return " or ".join(f"`{name}`" for name in names[:_MOST])


@lru_cache(maxsize=1)
def _by_last_part() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for leaf in leaves(DeploymentValues):
        found.setdefault(leaf.path.rpartition(".")[2].casefold(), []).append(leaf.path)
    return {name: tuple(paths) for name, paths in found.items()}


@lru_cache(maxsize=1)
def _by_other_name() -> dict[str, tuple[str, str]]:
    """By variable, flag and YAML key of any release, in lower case: the path, and which of the three it is."""
    found: dict[str, tuple[str, str]] = {}
    for flag, leaf in leaf_by_flag().items():
        for span in table.history(flag):
            record = span.record
            for name, kind in ((record.env, "variable"), (record.flag, "flag"), (record.yaml, "YAML key")):
                if name:
                    found.setdefault(name.casefold(), (leaf.path, kind))
            if record.yaml:
                found.setdefault(record.yaml.rpartition(".")[2].casefold(), (leaf.path, "YAML key"))
    return found
