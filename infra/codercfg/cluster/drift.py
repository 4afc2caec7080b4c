"""The live objects against the rendered ones, item by item."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from codercfg.cluster.compare import differences, dotted
from codercfg.cluster.containers import POD, containers
from codercfg.cluster.env_checks import source_name
from codercfg.cluster.field_checks import added_parts
from codercfg.cluster.kinds import resource_of, title
from codercfg.cluster.owners import Owners
from codercfg.cluster.problem import ClusterError, Reason, understanding
from codercfg.cluster.secret_drift import secret_changes
from codercfg.cluster.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from codercfg.cluster.compare import Difference
    from codercfg.cluster.owners import Place
    from codercfg.cluster.reading import Live
    from codercfg.sources.stack.stack import Stack
    from codercfg.values.secret import Ciphertext, SecretText

NOT_THERE, DIFFERS, ADDED = "missing", "differs", "added"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. No value of a secret is ever in it.

    Attributes:
        of: What differs: `object`, `variable`, `source` (of `envFrom`), `field`, `part` (a container, volume or mount) or `key` (of a
            Secret).
        how: `missing` in the cluster, `differs`, or `added` in the cluster.
        object: `Deployment coder`.
        place: Name of the variable, source or key; dotted path of the field or part.
        option: Path of the option behind a variable; empty when there is none.
        ours: The value of the stack, None when it is not shown.
        live: The value in the cluster, None when it is not shown.
        owners: Managers of what is in the cluster.
    """

    of: str
    how: str
    object: str
    place: str = ""
    option: str = ""
    ours: str | None = None
    live: str | None = None
    owners: tuple[str, ...] = ()


@dataclass(slots=True)
class Drift:
    """The outcome.

    Attributes:
        changes: Differences, in the order of the objects.
        not_compared: What was not, one sentence each, besides what could not be read.
        unreadable: The same for what could not be read.
    """

    changes: list[Change] = field(default_factory=list)
    not_compared: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)


def paths_of(stack: Stack, manifests: Sequence[dict[str, Any]]) -> list[str]:
    """Where the API has each object."""
    return [resource_of(manifest, stack.kubernetes.namespace).path(manifest["metadata"]["name"]) for manifest in manifests]


def drift(
    stack: Stack, live: Live, manifests: Sequence[dict[str, Any]], values: Mapping[str, SecretText | Ciphertext], server: str
) -> Drift:
    """Compare every object.

    Args:
        stack: The stack.
        live: What lives at `paths_of` the objects.
        manifests: Its objects, Secrets with tokens.
        values: The value of each token.
        server: Address of the API server, for errors.

    Raises:
        ClusterError: Nothing can be read.
    """
    paths = paths_of(stack, manifests)
    found, shown = Drift(), Shown(stack)
    for manifest, path in zip(manifests, paths, strict=True):
        there = live[path]
        if isinstance(there, ClusterError):
            if not there.of_one_object:
                raise ClusterError(there.reason, there.detail, server)
            found.unreadable.append(f"the {title(manifest)}: this user may not read it")
        elif there is None:
            found.changes.append(Change("object", NOT_THERE, title(manifest)))
        else:
            with understanding(server):
                _compare(found, manifest, there, shown, values)
    if len(found.unreadable) == len(paths):
        raise ClusterError(Reason.UNAUTHORIZED, "this user may read none of the stack's objects", server)
    return found


def _compare(
    found: Drift, manifest: dict[str, Any], live: dict[str, Any], shown: Shown, values: Mapping[str, SecretText | Ciphertext]
) -> None:
    found.changes += _object_changes(manifest, live, shown)
    if manifest["kind"] == "Secret":
        changes, not_compared = secret_changes(manifest, live, values)
        found.changes += [Change("key", how, title(manifest), key, owners=tuple(owners)) for key, how, owners in changes]
        found.not_compared += not_compared


def _object_changes(manifest: dict[str, Any], live: dict[str, Any], shown: Shown) -> Iterator[Change]:
    owners = Owners(live)
    for difference in differences(manifest, live):
        yield _change(manifest, difference, owners, shown)
    there = dict(containers(live))
    for place, container in containers(manifest):
        yield from _added(manifest, container, there.get(place) or {}, place, owners, shown)
    for place in added_parts(manifest, live):
        yield Change("part", ADDED, title(manifest), dotted(place[len(POD) :]), owners=tuple(owners.of(place)))


def _change(manifest: dict[str, Any], difference: Difference, owners: Owners, shown: Shown) -> Change:
    how = NOT_THERE if difference.live is None else DIFFERS
    place = difference.place
    if len(place) > 1 and place[-2] == "env":
        name = str(place[-1][1])
        by = owners.of((*place, "value")) or owners.of((*place, "valueFrom")) or owners.of(place)
        ours, live = shown.entry(name, difference.ours), shown.entry(name, difference.live)
        return Change("variable", how, title(manifest), name, shown.option(name), ours, live, tuple(by))
    ours, live = shown.field(place, difference.ours), shown.field(place, difference.live)
    return Change("field", how, title(manifest), difference.dotted, ours=ours, live=live, owners=tuple(owners.of(place)))


def _added(
    manifest: dict[str, Any], ours: dict[str, Any], live: dict[str, Any], place: Place, owners: Owners, shown: Shown
) -> Iterator[Change]:
    names = {entry["name"] for entry in ours.get("env") or ()}
    for entry in live.get("env") or ():
        name = str(entry.get("name"))
        if name not in names:
            by = tuple(owners.of((*place, "env", ("name", name))))
            yield Change("variable", ADDED, title(manifest), name, shown.option(name), None, shown.entry(name, entry), by)
    if not ours.get("envFrom"):  # else the list differs as a whole
        for entry in live.get("envFrom") or ():
            by = tuple(owners.of((*place, "envFrom")))
            yield Change("source", ADDED, title(manifest), " ".join(source_name(entry)), owners=by)
