"""Where a misplaced or misspelt key belongs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import leaf_by_flag
from codercfg.diagnostics.nearest import nearest
from codercfg.models.root import DeploymentValues
from codercfg.models.stack.kubernetes.settings import KubernetesSettings
from codercfg.models.stack.target import Target
from codercfg.options.walk import json_name, leaves
from codercfg.releases import table
from codercfg.sources.stack.model_fields import group_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from codercfg.options.group import Group

_MOST = 3
_FEW = 12
_DEPLOYMENT = "deployment"


def hint(key: str, model: type[Group], section: str, *, search: bool) -> str:
    """What to do about a key that `model` does not have.

    Args:
        key: The key as it was written.
        model: The group in which it stands.
        section: The section in which the group stands.
        search: Whether to look for similar names too, which costs a millisecond.
    """
    siblings = [json_name(name, field) for name, field in model.model_fields.items()]
    near = nearest(key, siblings) if search else ()
    if near and near[0].casefold() == key.casefold():
        return f"write `{near[0]}`: case counts"
    return belongs(key, section) or _mean(near) or (_similar(key, section) if search else "") or _known(siblings, section)


def belongs(key: str, section: str) -> str:
    """A sentence that says where `key` belongs: it is the last part of a path, a variable, a flag or a key of the server's YAML file.

    Paths in `section` are written without it.
    """
    name = key.removeprefix("--").casefold()
    paths = _by_last_part().get(name, ())
    if len(paths) == 1:
        return f"it belongs at `{_from(paths[0], section)}`"
    if paths:
        more = f" and {len(paths) - _MOST} more" if len(paths) > _MOST else ""
        return f"keys of this name: {_quoted((_from(path, section) for path in paths[:_MOST]), ', ')}{more}"
    other = _by_other_name().get(name)
    if other is None:
        return ""
    path, kind = other
    move = ", or move it to `coder:env`" if kind == "variable" else ""
    return f"`{key}` is the {kind} of `{_from(path, section)}`: write that path{move}"


def _from(path: str, section: str) -> str:
    return path.removeprefix(f"{section}.") if section else f"coder:{path}"


def _similar(key: str, section: str) -> str:
    paths = (_from(path, section) for name in nearest(key, _by_last_part()) for path in _by_last_part()[name])
    return _mean(tuple(paths)[:_MOST])


def _mean(names: Iterable[str]) -> str:
    listed = _quoted(names, " or ")
    return f"did you mean {listed}?" if listed else ""


def _known(siblings: list[str], section: str) -> str:
    if len(siblings) > _FEW:
        return "`codercfg options` lists all options with their paths" if section == _DEPLOYMENT else f"known keys: {', '.join(siblings)}"
    return f"known keys: {', '.join(siblings)}"


def _quoted(names: Iterable[str], between: str) -> str:
    return between.join(f"`{name}`" for name in names)


@lru_cache(maxsize=1)
def _by_last_part() -> dict[str, tuple[str, ...]]:
    """By the last part in lower case, the paths in the file: `deployment.oidc.issuer_url`, `kubernetes.replicas`."""
    found: dict[str, list[str]] = {}
    options = (f"{_DEPLOYMENT}.{leaf.path}" for leaf in leaves(DeploymentValues))
    for path in (*options, *_own(KubernetesSettings, "kubernetes"), *_own(Target, "target")):
        found.setdefault(path.rpartition(".")[2].casefold(), []).append(path)
    return {name: tuple(paths) for name, paths in found.items()}


def _own(model: type[Group], prefix: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        path = f"{prefix}.{json_name(name, field)}"
        yield path
        held = group_of(field.annotation)
        if held is not None:
            yield from _own(held, path)


@lru_cache(maxsize=1)
def _by_other_name() -> dict[str, tuple[str, str]]:
    """By variable, flag and YAML key of any release, in lower case: the path, and which of the three it is."""
    found: dict[str, tuple[str, str]] = {}
    for flag, leaf in leaf_by_flag().items():
        path = f"{_DEPLOYMENT}.{leaf.path}"
        for span in table.history(flag):
            record = span.record
            for name, kind in ((record.env, "variable"), (record.flag, "flag"), (record.yaml, "YAML key")):
                if name:
                    found.setdefault(name.casefold(), (path, kind))
            if record.yaml:
                found.setdefault(record.yaml.rpartition(".")[2].casefold(), (path, "YAML key"))
    return found
