"""Whether an object can be updated in place, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.cluster.found import Found
from codercfg.cluster.kinds import title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_RELEASE = "meta.helm.sh/release-name"
_MANAGED_BY = "app.kubernetes.io/managed-by"
# What Kubernetes refuses to change, so that Pulumi deletes the object and makes it anew.
_FIXED: dict[str, tuple[tuple[str, ...], ...]] = {
    "Deployment": (("spec", "selector"),),
    "StatefulSet": (("spec", "selector"), ("spec", "serviceName"), ("spec", "podManagementPolicy")),
    "RoleBinding": (("roleRef",),),
    "Secret": (("type",),),
}


def replaced(manifest: Mapping[str, Any], live: Mapping[str, Any]) -> Iterator[Found]:
    """What of an object cannot be changed and would have to be."""
    for place in _FIXED.get(manifest["kind"], ()):
        ours, there = _at(manifest, place), _at(live, place)
        if ours is not None and there is not None and not _within(ours, there):
            message = f"the live {title(manifest)} has another `{'.'.join(place)}`, which cannot be changed"
            yield Found("CLU016", message, _advice(manifest), "kubernetes.instance" if place[-1] == "selector" else "kubernetes")
    if live.get("immutable") is True:
        message = f"the live {title(manifest)} is immutable"
        yield Found("CLU016", message, "delete it in a quiet hour and let `pulumi up` make it anew", "kubernetes")


def _advice(manifest: Mapping[str, Any]) -> str:
    if manifest["kind"] in {"Deployment", "StatefulSet"}:
        return "set `kubernetes.instance` to what the live selector says, or plan a pause: the pods go before new ones come"
    return "delete it in a quiet hour and let `pulumi up` make it anew"


def _at(value: Any, place: tuple[str, ...]) -> Any:  # noqa: ANN401  (any JSON)
    for key in place:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _within(ours: Any, live: Any) -> bool:  # noqa: ANN401  (any JSON)
    """Equal, but for keys that the server filled in; a selector has none of those."""
    if isinstance(ours, dict) and isinstance(live, dict):
        fixed = "matchLabels" in ours or "app.kubernetes.io/name" in ours
        same = ours.keys() == {key for key, value in live.items() if value} if fixed else ours.keys() <= live.keys()
        return same and all(_within(value, live[key]) for key, value in ours.items())
    return bool(ours == live)


def helm_release(live: Mapping[str, Any]) -> str | None:
    """The Helm release an object belongs to; empty when it is Helm's and does not say of which release."""
    meta = live.get("metadata") or {}
    release = (meta.get("annotations") or {}).get(_RELEASE)
    managed = (meta.get("labels") or {}).get(_MANAGED_BY)
    return str(release) if release else "" if managed == "Helm" else None


def foreign(objects: Iterable[tuple[Mapping[str, Any], Mapping[str, Any], bool]]) -> Iterator[Found]:
    """Objects of the stack's names that are there and that Pulumi did not make: Helm's, and anybody's.

    Args:
        objects: Rendered and live objects, and whether they are Pulumi's or become so.
    """
    by_release: dict[str, list[str]] = {}
    others: list[str] = []
    for manifest, live, ours in objects:
        release = helm_release(live)
        if release is not None:
            by_release.setdefault(release, []).append(title(manifest))
        elif not ours:
            others.append(title(manifest))
    for release, titles in by_release.items():
        of = f"the Helm release `{release}`" if release else "Helm"
        advice = (
            "before the first `pulumi up`, annotate them with `helm.sh/resource-policy: keep` and delete the release's record "
            "(`sh.helm.release.v1.…` Secrets), then remove the labels and annotations of Helm"
        )
        yield Found("CLU017", f"{_list(titles)} in the cluster belong{'s' if len(titles) == 1 else ''} to {of}", advice)
    if others:
        message = f"{_list(others)} exist{'s' if len(others) == 1 else ''} already, and no Pulumi stack made {_it(others)}"
        advice = "take them over with `target.cluster.import` (or `adopt: true` for all), or choose another name or namespace"
        yield Found("CLU018", message, advice)


def _it(titles: list[str]) -> str:
    return "it" if len(titles) == 1 else "them"


def _list(titles: list[str]) -> str:
    return ", ".join(titles[:-1]) + f" and {titles[-1]}" if len(titles) > 1 else titles[0]
