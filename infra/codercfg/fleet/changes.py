"""What differs in one object, as people name it: variables, keys of Secrets, and other fields."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from codercfg.component.manifest_diff import ADD, DELETE, changed_paths
from codercfg.fleet.outcome import Change, ObjectOutcome, Operation, Subject
from codercfg.fleet.steps import BLINDED
from codercfg.values.known_keys import without_keys
from codercfg.values.user_in_address import without_user

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from codercfg.fleet.steps import Step

_WORKLOADS = frozenset(("Deployment", "StatefulSet", "DaemonSet"))
_KINDS = {ADD: "added", DELETE: "removed"}
_SECRET_KEY = re.compile(r'^(?:manifest\.)?(?:data|stringData|revisions)(?:\.([^.\[\]]+)|\["(.+)"\])$')
_UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"  # how the engine writes a value that only the update will know
_STEP = re.compile(r'\.?([^.\[\]]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]')


def object_outcome(step: Step, option_of: Callable[[str], str]) -> ObjectOutcome:
    """What happens to the object of a step.

    Args:
        step: From the engine.
        option_of: The option that a variable carries, or nothing.
    """
    old, new = _manifest(step.old), _manifest(step.new)
    shown = new or old or {}
    meta = shown.get("metadata")
    meta = meta if isinstance(meta, dict) else {}
    kind = str(shown.get("kind") or step.type.rpartition(":")[2].rpartition("/")[2])
    name = str(meta.get("name") or step.urn.rpartition("::")[2])
    changes: tuple[Change, ...] = ()
    rolls = False
    if step.operation in (Operation.UPDATE, Operation.REPLACE) and step.old is not None and step.new is not None:
        changes = tuple(sorted(set(_changes(kind, step, old or {}, new or {}, option_of)), key=_order))
        rolls = kind in _WORKLOADS and _template(old) != _template(new)
    return ObjectOutcome(step.operation, kind, name, str(meta.get("namespace") or ""), changes, rolls)


def _order(change: Change) -> tuple[str, str, str]:
    return change.subject, change.name, change.kind


def _manifest(inputs: dict[str, Any] | None) -> dict[str, Any] | None:
    """The Kubernetes object among the inputs: the property `manifest` of a file, else the inputs themselves."""
    if inputs is None:
        return None
    inner = inputs.get("manifest")
    return inner if isinstance(inner, dict) else inputs


def _template(manifest: dict[str, Any] | None) -> Any:  # noqa: ANN401  (any JSON)
    spec = (manifest or {}).get("spec")
    return spec.get("template") if isinstance(spec, dict) else None


def _changes(kind: str, step: Step, old: dict[str, Any], new: dict[str, Any], option_of: Callable[[str], str]) -> Iterator[Change]:
    if kind == "Secret":
        yield from _secret_keys(step, old, new)
    else:
        yield from _variables(old, new, option_of)
    before, after = _without(kind, old), _without(kind, new)
    for path, how in changed_paths(before, after).items():
        yield _field(path, _KINDS.get(how, "changed"), _at(before, path), _at(after, path))
    if old == new and step.operation is Operation.REPLACE and (step.old or {}).get("path") != (step.new or {}).get("path"):
        yield _field("path", "changed", (step.old or {}).get("path"), (step.new or {}).get("path"))
    elif old == new and step.operation is Operation.UPDATE and kind != "Secret":
        yield Change("file", Subject.FIELD.value, "changed", None, "written anew")


def _secret_keys(step: Step, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    """Which keys come, go or change. Values are blinded before they are compared, so the provider's word is taken for the last."""
    named = {found[1] or found[2]: kind for path, kind in step.paths.items() if (found := _SECRET_KEY.match(path))}
    before, after = _keys(old), _keys(new)
    if BLINDED in (
        old.get("data"),
        new.get("data"),
    ):  # the whole map, as the Kubernetes plugin has it: its keys show only where they differ
        yield from (Change(key, Subject.SECRET_KEY.value, _KINDS.get(kind.upper(), "changed")) for key, kind in named.items())
        return
    touched = set(named)
    numbers, later = (step.old or {}).get("revisions") or {}, (step.new or {}).get("revisions") or {}
    touched |= {key for key in numbers.keys() & later.keys() if numbers[key] != later[key]}
    for key in sorted(before | after):
        if key not in before or key not in after:
            yield Change(key, Subject.SECRET_KEY.value, "added" if key in after else "removed")
        elif key in touched:
            yield Change(key, Subject.SECRET_KEY.value, "changed")


def _keys(manifest: dict[str, Any]) -> set[str]:
    return {str(key) for part in ("data", "stringData") for key in _map(manifest.get(part))}


def _map(value: object) -> dict[Any, Any]:
    return value if isinstance(value, dict) else {}


def _variables(old: dict[str, Any], new: dict[str, Any], option_of: Callable[[str], str]) -> Iterator[Change]:
    before, after = _env(old), _env(new)
    for container, name in {**before, **after}:
        was, becomes = before.get((container, name)), after.get((container, name))
        if was != becomes:
            how = "added" if was is None else "removed" if becomes is None else "changed"
            yield Change(name, Subject.VARIABLE.value, how, was, becomes, option_of(name))
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield Change("env", Subject.FIELD.value, "changed", None, "variables in another order")  # rolls the pods, too


def _env(manifest: dict[str, Any]) -> dict[tuple[str, str], str]:
    """By container and name, what each variable is."""
    found = {}
    for container in _containers(manifest):
        for entry in container.get("env") or ():
            if isinstance(entry, dict) and "name" in entry:
                found[(str(container.get("name")), str(entry["name"]))] = _entry(entry)
    return found


def _entry(entry: Mapping[str, Any]) -> str:
    source = entry.get("valueFrom")
    if not isinstance(source, dict):
        return _text(entry.get("value", ""))
    for kind, word in (("secretKeyRef", "Secret"), ("configMapKeyRef", "ConfigMap")):
        if isinstance(source.get(kind), dict):
            return f"({word} {source[kind].get('name')}, key {source[kind].get('key')})"
    return f"({_text(source)})"


def _containers(manifest: dict[str, Any]) -> Iterator[dict[str, Any]]:
    pod = _map(_map(_template(manifest)).get("spec"))
    for part in ("initContainers", "containers"):
        yield from (item for item in pod.get(part) or () if isinstance(item, dict))


def _without(kind: str, manifest: dict[str, Any]) -> dict[str, Any]:
    """The object without what is told by itself: variables, and everything in a Secret but its name and labels."""
    if kind == "Secret":
        return {key: value for key, value in manifest.items() if key in ("metadata", "type", "immutable")}
    copy: dict[str, Any] = json.loads(json.dumps({key: value for key, value in manifest.items() if key != "__provider"}))
    for container in _containers(copy):
        container.pop("env", None)
    return copy


def _field(path: str, how: str, old: object, new: object) -> Change:
    return Change(path, Subject.FIELD.value, how, None if how == "added" else _text(old), None if how == "removed" else _text(new))


def _at(value: Any, path: str) -> Any:  # noqa: ANN401  (any JSON)
    """What lies at a property path, or None."""
    for name, place, quoted in _STEP.findall(path):
        key: Any = int(place) if place else name or json.loads(f'"{quoted}"')
        try:
            value = value[key]
        except (LookupError, TypeError):
            return None
    return value


def _text(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, sort_keys=True, separators=(", ", ": "))
    return without_keys(without_user(text.replace(_UNKNOWN, "(known after the update)")))
