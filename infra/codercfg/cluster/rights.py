"""What the cluster would refuse `pulumi up` to do.

Source: Kubernetes documentation, authorization: SelfSubjectRulesReview lists most of what a user may do, SelfSubjectAccessReview answers
for one action and is the last word; whoever makes a Role needs every right in it, or the verb `escalate`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from codercfg.cluster.kinds import resource_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from codercfg.cluster.connection import Cluster

REVIEWS = "/apis/authorization.k8s.io/v1"
_AWAITED = ("list", "watch")


class Right(NamedTuple):
    """One action."""

    verb: str
    group: str
    plural: str
    namespace: str


@dataclass(slots=True)
class Rights:
    """What the user of a kubeconfig may do, asked once for each action."""

    cluster: Cluster
    _rules: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    _known: dict[Right, bool] = field(default_factory=dict)

    def may(self, right: Right) -> bool:
        """Whether the action is allowed.

        Raises:
            ClusterError: The cluster cannot be asked.
        """
        if right not in self._known:
            self._known[right] = any(_covers(rule, right) for rule in self.rules(right.namespace)) or self._answer(right)
        return self._known[right]

    def rules(self, namespace: str) -> list[dict[str, Any]]:
        """The rules that hold in a namespace; none for what lies in no namespace."""
        if not namespace:
            return []
        if namespace not in self._rules:
            body = {"apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectRulesReview", "spec": {"namespace": namespace}}
            answer = self.cluster.post(f"{REVIEWS}/selfsubjectrulesreviews", body)
            self._rules[namespace] = (answer.get("status") or {}).get("resourceRules") or []
        return self._rules[namespace]

    def _answer(self, right: Right) -> bool:
        attributes = {"verb": right.verb, "group": right.group, "resource": right.plural, "namespace": right.namespace}
        spec = {"resourceAttributes": {key: value for key, value in attributes.items() if value}}
        body = {"apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectAccessReview", "spec": spec}
        answer = self.cluster.post(f"{REVIEWS}/selfsubjectaccessreviews", body)
        return (answer.get("status") or {}).get("allowed") is True


def refused(rights: Rights, manifests: Iterable[Mapping[str, Any]], namespace: str, existing: set[tuple[str, str]]) -> list[Right]:
    """The actions of an `up` that would be refused.

    Args:
        rights: Of the user.
        manifests: The objects.
        namespace: Of objects that name none.
        existing: Kind and name of those that are there: they are patched, the others created.

    Raises:
        ClusterError: The cluster cannot be asked.
    """
    wanted = dict.fromkeys(right for manifest in manifests for right in _wanted(rights, manifest, namespace, existing))
    return [right for right in wanted if not rights.may(right)]


def _wanted(rights: Rights, manifest: Mapping[str, Any], namespace: str, existing: set[tuple[str, str]]) -> Iterator[Right]:
    group, _version, plural, place = resource_of(manifest, namespace)
    name = manifest["metadata"]["name"]
    there = name if manifest["kind"] == "Namespace" else place  # to RBAC, a namespace lies in itself once it exists
    yield Right("get", group, plural, there)
    if (manifest["kind"], name) in existing:
        yield Right("patch", group, plural, there)
    else:
        yield Right("create", group, plural, place)
    if manifest["kind"] in {"Deployment", "StatefulSet"}:
        for verb in _AWAITED:
            yield Right(verb, "", "pods", place)
    if manifest["kind"] == "Role" and not rights.may(Right("escalate", group, plural, place)):
        for rule in manifest.get("rules") or ():
            if not rule.get("resourceNames"):
                groups, names = rule.get("apiGroups") or (), rule.get("resources") or ()
                yield from (Right(verb, api, name, place) for api in groups for name in names for verb in rule["verbs"])


def _covers(rule: Mapping[str, Any], right: Right) -> bool:
    if rule.get("resourceNames"):
        return False
    pairs = (("verbs", right.verb), ("apiGroups", right.group), ("resources", right.plural))
    return all({value, "*"} & set(rule.get(key) or ()) for key, value in pairs)


def sentence(rights: Iterable[Right]) -> str:
    """`create deployments; get, patch secrets`."""
    verbs: dict[str, list[str]] = {}
    for right in rights:
        verbs.setdefault(right.plural, []).append(right.verb)
    return "; ".join(f"{', '.join(dict.fromkeys(found))} {plural}" for plural, found in verbs.items())
