"""Fields of ours that somebody else has set to something else, and parts that somebody else added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.cluster.compare import NAMED, differences, dotted, item
from codercfg.cluster.containers import POD, containers, pod
from codercfg.cluster.found import Found
from codercfg.cluster.kinds import title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from codercfg.cluster.compare import Difference
    from codercfg.cluster.owners import Owners, Place

_MOST = 5
_REPLICAS: Place = ("spec", "replicas")
_KEPT = (
    "Pulumi's plugin compares with its state: run `pulumi refresh` to see it, then `pulumi up`; where that is refused as a conflict, "
    "let the other manager go first"
)


def overridden(manifest: Mapping[str, Any], live: Mapping[str, Any], owners: Owners, scaled: str | None) -> Iterator[Found]:
    """Findings about an object that Pulumi made.

    Args:
        manifest: The rendered object.
        live: The live one.
        owners: Its managers.
        scaled: The HorizontalPodAutoscaler that sets its replicas.
    """
    fields: dict[str, list[str]] = {}
    for difference in differences(manifest, live):
        others = owners.others(_owned_place(difference))
        if not others or (scaled and difference.place == _REPLICAS):
            continue
        if len(difference.place) > 1 and difference.place[-2] == "env":
            name = str(difference.place[-1][1])
            message = f"{_names(others)} has set the variable `{name}` of the live {title(manifest)} to something else"
            yield Found("CLU012", message, _KEPT, "kubernetes", name)
        else:
            fields.setdefault(_names(others), []).append(difference.dotted)
    for names, places in fields.items():
        shown = ", ".join(f"`{place}`" for place in places[:_MOST])
        more = f" and {len(places) - _MOST} more" if len(places) > _MOST else ""
        yield Found("CLU013", f"{names} has set fields of the live {title(manifest)} to something else: {shown}{more}", _KEPT)


def _owned_place(difference: Difference) -> Place:
    """A variable's value has an owner of its own, besides the variable's."""
    if len(difference.place) > 1 and difference.place[-2] == "env" and isinstance(difference.live, dict):
        return (*difference.place, "value" if "value" in difference.live else "valueFrom")
    return difference.place


def _names(managers: list[str]) -> str:
    return ", ".join(f"`{manager}`" for manager in managers)


def added_parts(manifest: Mapping[str, Any], live: Mapping[str, Any]) -> list[Place]:
    """Containers, volumes and mounts of the live pods that the stack does not have."""
    found = [(*POD, list_, (NAMED[list_], entry.get(NAMED[list_]))) for list_, entry in _added(pod(manifest), pod(live), _OF_POD)]
    there = dict(containers(live))
    for place, container in containers(manifest):
        added = _added(container, there.get(place) or {}, ("volumeMounts",))
        found += [(*place, list_, (NAMED[list_], entry.get(NAMED[list_]))) for list_, entry in added]
    return found


_OF_POD = ("containers", "initContainers", "volumes", "imagePullSecrets")


def _added(ours: dict[str, Any], live: dict[str, Any], lists: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    for list_ in lists:
        for entry in live.get(list_) or ():
            if item(ours.get(list_), NAMED[list_], entry.get(NAMED[list_])) is None:
                yield list_, entry


def parts_of_others(manifest: Mapping[str, Any], live: Mapping[str, Any], owners: Owners) -> Iterator[Found]:
    """One note about what others added to the pods, besides variables."""
    parts = [(place, owners.others(place)) for place in added_parts(manifest, live)]
    shown = [f"`{dotted(place[len(POD) :])}` ({_names(others)})" for place, others in parts if others]
    if shown:
        more = f" and {len(shown) - _MOST} more" if len(shown) > _MOST else ""
        message = f"the live {title(manifest)} has parts that this stack does not: {', '.join(shown[:_MOST])}{more}"
        yield Found("CLU014", message, "take them into the stack if they belong to it; an injected sidecar may stay", "kubernetes")
