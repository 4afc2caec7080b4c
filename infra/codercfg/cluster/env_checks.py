"""Variables of the live pods that are not those of the stack."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from codercfg.cluster.compare import item
from codercfg.cluster.containers import containers
from codercfg.cluster.found import Found
from codercfg.cluster.kinds import title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from codercfg.cluster.owners import Owners, Place

_TAKE = "take it into the stack, or remove it: `kubectl edit` the {kind}, or ask its owner"


def added_variables(manifest: Mapping[str, Any], live: Mapping[str, Any], owners: Owners) -> Iterator[Found]:
    """Variables, and whole `envFrom` sources, that somebody else put into a container of ours."""
    there = dict(containers(live))
    for place, container in containers(manifest):
        found = there.get(place)
        if found is not None:
            yield from _variables(manifest, container, found, owners, place)
            yield from _sources(manifest, container, found, owners, place)


def _variables(manifest: Mapping[str, Any], ours: dict[str, Any], live: dict[str, Any], owners: Owners, place: Place) -> Iterator[Found]:
    counted = Counter(str(entry.get("name")) for entry in live.get("env") or ())
    for name, times in counted.items():
        here = (*place, "env", ("name", name))
        if times > 1:
            message = f"the live {title(manifest)} has `{name}` {times} times"
            yield Found("CLU031", message, "remove all of them but one from the live object", "kubernetes", name)
        if item(ours.get("env"), "name", name) is None and not any(map(owners.is_ours, owners.of(here))):
            message = f"the live {title(manifest)} has the variable `{name}`, which this stack does not set: {owners.named(here)} added it"
            yield Found("CLU010", message, _TAKE.format(kind=manifest["kind"]), "kubernetes", name)


def _sources(manifest: Mapping[str, Any], ours: dict[str, Any], live: dict[str, Any], owners: Owners, place: Place) -> Iterator[Found]:
    wanted = [source_name(entry) for entry in ours.get("envFrom") or ()]
    here = (*place, "envFrom")
    for entry in live.get("envFrom") or ():
        if source_name(entry) not in wanted and owners.others(here):
            kind, name = source_name(entry)
            message = (
                f"the live {title(manifest)} takes variables from the {kind} `{name}`, which this stack does not: "
                f"{owners.named(here)} added it"
            )
            yield Found("CLU011", message, _TAKE.format(kind=manifest["kind"]), "kubernetes.envFrom")


def source_name(entry: Mapping[str, Any]) -> tuple[str, str]:
    """Kind and name of an entry of `envFrom`."""
    if entry.get("secretRef"):
        return "Secret", str(entry["secretRef"].get("name"))
    return "ConfigMap", str((entry.get("configMapRef") or {}).get("name"))
