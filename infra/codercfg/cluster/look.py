"""Looks at the live objects of a stack, and says what a preview does not see."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from codercfg.cluster.containers import pod
from codercfg.cluster.env_checks import added_variables
from codercfg.cluster.field_checks import overridden, parts_of_others
from codercfg.cluster.found import Answer, Found
from codercfg.cluster.kinds import resource, resource_of, title
from codercfg.cluster.owners import Owners
from codercfg.cluster.problem import ClusterError, understanding
from codercfg.cluster.reading import read_all, run_all
from codercfg.cluster.reference_checks import env_sources, reference_findings
from codercfg.cluster.references import references
from codercfg.cluster.rights import Rights, refused, sentence
from codercfg.cluster.scaling import scaler_findings, scalers
from codercfg.cluster.served import foreign_groups, served_findings
from codercfg.cluster.standing import foreign, replaced

if TYPE_CHECKING:
    from codercfg.cluster.connection import Cluster
    from codercfg.cluster.reading import Live
    from codercfg.cluster.references import Reference
    from codercfg.cluster.request import Request


def look(cluster: Cluster, request: Request) -> Answer:
    """Everything that can be found in the time there is; never raises for what the cluster does.

    The first question is about rights, which every user may ask: where that fails, nothing else is tried.
    """
    answer = Answer()
    rights = Rights(cluster)
    try:
        rights.rules(request.namespace)
    except ClusterError as error:
        answer.failures.append((error.reason, error.detail))
        if not error.of_one_object:
            return answer
    wanted = references(request.manifests, request.namespace)
    scaler_list = resource("autoscaling/v2", "HorizontalPodAutoscaler", request.namespace).path()
    service_list = resource("v1", "Service", request.namespace).path()
    groups = foreign_groups(request.manifests)
    listed = [*groups.values(), scaler_list, *([service_list] if _has_service_links(request) else [])]
    live = read_all(cluster, [*_paths(request), *(_path(reference) for reference in wanted), *listed])
    _note_failures(answer, live)
    try:
        with understanding():
            _groups(answer, live, groups)
            _objects(answer, request, live, scalers(_read(live, scaler_list)))
            _references(answer, request, wanted, live)
            services = (_read(live, service_list) or {}).get("items") or ()
            answer.services = [item["metadata"]["name"] for item in services if _is_linked(item)]
    except ClusterError as error:
        answer.failures.append((error.reason, error.detail))
    if not answer.failures:
        _rights(answer, rights, request, live, cluster)
    return answer


def _paths(request: Request) -> list[str]:
    return [_path_of(manifest, request) for manifest in request.manifests]


def _path_of(manifest: dict[str, Any], request: Request) -> str:
    return resource_of(manifest, request.namespace).path(manifest["metadata"]["name"])


def _path(reference: Reference) -> str:
    return resource(reference.api_version, reference.kind, reference.namespace).path(reference.name)


def _read(live: Live, path: str) -> dict[str, Any] | None:
    found = live.get(path)
    return found if isinstance(found, dict) else None


def _note_failures(answer: Answer, live: Live) -> None:
    errors = [error for error in live.values() if isinstance(error, ClusterError)]
    answer.failures += dict.fromkeys((str(error.reason), error.detail) for error in errors)


def _groups(answer: Answer, live: Live, groups: dict[str, str]) -> None:
    for version, path in groups.items():
        if not isinstance(live[path], ClusterError):
            answer.found += served_findings(version, _read(live, path))


def _objects(answer: Answer, request: Request, live: Live, scaled: dict[tuple[str, str], str]) -> None:
    pairs = []
    for manifest in request.manifests:
        there = _read(live, _path_of(manifest, request))
        if there is not None:
            pairs.append((manifest, there, Owners(there)))
    answer.found += foreign((manifest, there, owners.ours or request.adopts(manifest)) for manifest, there, owners in pairs)
    for manifest, there, owners in pairs:
        scaler = scaled.get((manifest["kind"], manifest["metadata"]["name"]))
        if not owners.ours and not request.adopts(manifest):
            continue  # `up` will refuse it as a whole
        answer.found += [*replaced(manifest, there), *added_variables(manifest, there, owners), *scaler_findings(manifest, scaler)]
        if owners.ours:
            answer.found += [*overridden(manifest, there, owners, scaler), *parts_of_others(manifest, there, owners)]


def _references(answer: Answer, request: Request, wanted: list[Reference], live: Live) -> None:
    unknown = {version for version, path in foreign_groups(request.manifests).items() if _read(live, path) is None}
    asked = [reference for reference in wanted if reference.api_version not in unknown]
    readable = [reference for reference in asked if not isinstance(live.get(_path(reference)), ClusterError)]
    for reference in readable:
        answer.found += reference_findings(reference, _read(live, _path(reference)))
    objects = {(reference.kind, reference.name): _read(live, _path(reference)) for reference in readable}
    for manifest in request.manifests:
        if manifest["kind"] == "Deployment":
            for container in pod(manifest).get("containers", ())[:1]:
                answer.sources += env_sources(container, objects)


def _has_service_links(request: Request) -> bool:
    """Only a template of the user's own leaves them on."""
    return any(pod(manifest).get("enableServiceLinks", True) for manifest in request.manifests if pod(manifest))


def _is_linked(service: dict[str, Any]) -> bool:
    """Kubernetes makes no variables for a Service without an address."""
    return (service.get("spec") or {}).get("clusterIP") not in {None, "", "None"}


def _rights(answer: Answer, rights: Rights, request: Request, live: Live, cluster: Cluster) -> None:
    there = [manifest for manifest in request.manifests if _read(live, _path_of(manifest, request))]
    existing = {(manifest["kind"], manifest["metadata"]["name"]) for manifest in there}
    jobs = {title(manifest): partial(refused, rights, [manifest], request.namespace, existing) for manifest in request.manifests}
    results = run_all(jobs, cluster)
    _note_failures(answer, results)
    by_namespace: dict[str, list[Any]] = {}
    for right in dict.fromkeys(right for result in results.values() if not isinstance(result, ClusterError) for right in result):
        by_namespace.setdefault(right.namespace, []).append(right)
    for namespace, missing in by_namespace.items():
        where = f"in the namespace `{namespace}`" if namespace else "outside of namespaces"
        message = f"`pulumi up` would be refused {where}: {sentence(missing)}"
        answer.found.append(Found("CLU040", message, "grant the user of this context these verbs, or run `pulumi up` as another one"))


def failed(error: ClusterError) -> Answer:
    """The answer when nothing could be asked."""
    return Answer(server=error.server, failures=[(error.reason, error.detail)])
