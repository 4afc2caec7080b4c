"""What is wrong with objects that were made: schema, doubles, lost secrets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.origin import Origin
from codercfg.kubernetes_objects.finding import finding
from codercfg.kubernetes_objects.manifest_text import object_id
from codercfg.kubernetes_objects.names import is_dns_subdomain
from codercfg.kubernetes_objects.schema import definition_of, problems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from codercfg.diagnostics.diagnostic import Diagnostic

# Lists of a container or pod whose items have a name of their own that must not occur twice.
_NAMED = {"env": "name", "ports": "name", "volumeMounts": "mountPath", "volumes": "name", "containers": "name", "initContainers": "name"}
_FREE_NAMES = frozenset({"Role", "RoleBinding"})  # RBAC takes any path segment for a name


def object_findings(made: Iterable[tuple[str, dict[str, Any]]], namespace: str) -> list[Diagnostic]:
    """Findings about finished objects.

    Args:
        made: File of the template and object, in order.
        namespace: The stack's own namespace.
    """
    found: list[Diagnostic] = []
    seen: dict[str, str] = {}
    for file, manifest in made:
        origin = Origin("template", file, 1)
        faults = list(_fits(origin, manifest))
        found += faults
        if faults:
            continue
        found += _doubled(origin, manifest)
        identity = object_id(manifest, namespace)
        if identity in seen:
            message = f"two objects are `{identity}`"
            found.append(finding("K8S009", message, "give one of them another name", origin=origin))
        seen[identity] = file
    return found


def _fits(origin: Origin, manifest: dict[str, Any]) -> Iterator[Diagnostic]:
    definition = definition_of(manifest)
    if definition is None:
        message = "the template makes an object of a kind that cannot be checked"
        yield finding("K8S008", message, "make one of the kinds of the bundled templates", origin=origin)
        return
    for problem in problems(definition, manifest):
        yield finding("K8S008", f"{manifest['kind']} at `{problem.dotted}`: {problem.message}", problem.advice, origin=origin)
    metadata = manifest.get("metadata")
    name = metadata.get("name") if isinstance(metadata, dict) else None
    if not isinstance(name, str) or (manifest["kind"] not in _FREE_NAMES and not is_dns_subdomain(name)):
        message = f"{manifest['kind']} at `metadata.name`: not a name that Kubernetes takes"
        yield finding("K8S008", message, "use lower-case letters, digits, `-` and `.`", origin=origin)


def _doubled(origin: Origin, manifest: dict[str, Any]) -> Iterator[Diagnostic]:
    """Doubled names in the pod of an object that has one, and in its containers."""
    template = manifest.get("spec", {}).get("template")
    if not isinstance(template, dict):
        return
    pod, place = template.get("spec", {}), "spec.template.spec"
    yield from _doubled_names(origin, pod, place)
    for key in ("containers", "initContainers"):
        for index, container in enumerate(pod.get(key, ())):
            yield from _doubled_names(origin, container, f"{place}.{key}[{index}]")


def _doubled_names(origin: Origin, holder: dict[str, Any], place: str) -> Iterator[Diagnostic]:
    for field, key in _NAMED.items():
        counted = Counter(item[key] for item in holder.get(field, ()) if key in item)
        for name in [name for name, times in counted.items() if times > 1]:
            message = f"`{place}.{field}` has `{name}` {counted[name]} times, and Kubernetes keeps one"
            yield finding("K8S009", message, "keep one of them", origin=origin)
