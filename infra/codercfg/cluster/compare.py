"""Where a live object differs from the rendered one; what the server adds of its own accord is no difference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from codercfg.cluster.quantity import same_quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from codercfg.cluster.owners import Place

# Lists whose items have a name of their own, by the field that holds the list.
NAMED = {
    "containers": "name",
    "initContainers": "name",
    "env": "name",
    "volumes": "name",
    "volumeMounts": "mountPath",
    "imagePullSecrets": "name",
}
_PORTS = {"Service": "port", "Deployment": "containerPort", "StatefulSet": "containerPort"}
_OWN_ANNOTATION = "codercfg/"  # made with a key that lies in the state: not known here
_EMPTY: tuple[Any, ...] = (None, "", [], {})
_MANAGED_BY = ("metadata", "labels", "app.kubernetes.io/managed-by")
_TRUE_WHEN_ABSENT = frozenset({"automountServiceAccountToken", "enableServiceLinks"})


class Difference(NamedTuple):
    """A leaf of the rendered object that is another in the live one, or is not there."""

    place: Place
    ours: Any
    live: Any

    @property
    def dotted(self) -> str:
        """`spec.template.spec.containers[coder].image`."""
        return dotted(self.place)


def dotted(place: Place) -> str:
    """A place as people write it; a key with a dot in it stands in brackets."""
    found = ""
    for step in place:
        name = step if isinstance(step, str) else step[1]
        found += f".{step}" if isinstance(step, str) and "." not in step and "/" not in step else f"[{name}]"
    return found.removeprefix(".")


def differences(manifest: Mapping[str, Any], live: Mapping[str, Any]) -> Iterator[Difference]:
    """Every leaf that differs; values of a Secret are not looked at."""
    skipped = {"apiVersion", "kind", "data", "stringData"} if manifest["kind"] == "Secret" else {"apiVersion", "kind"}
    for key, value in manifest.items():
        if key not in skipped:
            yield from _compared(value, live.get(key), (key,), _PORTS.get(manifest["kind"], "port"))


def item(items: Any, key: str, value: Any) -> Any:  # noqa: ANN401  (any JSON)
    """The item of a named list, or None."""
    found = items if isinstance(items, list) else []
    return next((entry for entry in found if isinstance(entry, dict) and entry.get(key) == value), None)


def _compared(ours: Any, live: Any, place: Place, port: str) -> Iterator[Difference]:  # noqa: ANN401
    if isinstance(ours, dict) and ours:
        for key, value in ours.items():
            if not key.startswith(_OWN_ANNOTATION):
                yield from _compared(value, live.get(key) if isinstance(live, dict) else None, (*place, key), port)
        return
    key = _key(place, port)
    if isinstance(ours, list) and key and all(isinstance(entry, dict) and key in entry for entry in ours):
        for entry in ours:
            yield from _entry(entry, item(live, key, entry[key]), (*place, (key, entry[key])), port)
        return
    if isinstance(ours, list) and isinstance(live, list) and len(ours) == len(live):
        for number, pair in enumerate(zip(ours, live, strict=True)):
            yield from _compared(*pair, (*place, ("", number)), port)
        return
    if ours != live and not _as_wanted(ours, live, place) and not same_quantity(ours, live, place):
        yield Difference(place, ours, live)


def _as_wanted(ours: Any, live: Any, place: Place) -> bool:  # noqa: ANN401
    """The server stores no empty list, and no false or zero where that is what absence means."""
    if place == _MANAGED_BY and live == "pulumi":
        return True  # its plugin writes this whatever the program says
    if ours in _EMPTY or (ours in (False, 0) and place[-1] not in _TRUE_WHEN_ABSENT):
        return live in _EMPTY
    return False


def _entry(ours: dict[str, Any], live: Any, place: Place, port: str) -> Iterator[Difference]:  # noqa: ANN401
    """A named item: missing as a whole, or other in what it says; a variable is one thing."""
    if live is None or place[-2] == "env":
        if live is None or _said(ours) != _said(live):
            yield Difference(place, ours, live)
        return
    yield from _compared(ours, live, place, port)


def _said(entry: Mapping[str, Any]) -> Any:  # noqa: ANN401
    """What a variable is: its text, or its source without what the server fills in."""
    source = entry.get("valueFrom")
    if not source:
        return entry.get("value") or ""
    return {
        kind: {key: value for key, value in given.items() if key not in {"optional", "apiVersion"} or value is True}
        for kind, given in source.items()
        if given is not None
    }


def _key(place: Place, port: str) -> str:
    last = place[-1]
    return port if last == "ports" else NAMED.get(last, "") if isinstance(last, str) else ""
