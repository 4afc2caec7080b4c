"""Former identities of our resources: the one place that keeps an object's history when its type or name in Pulumi changes.

A resource is known by type and name. When either changes and the object in the cluster stays the same, Pulumi would create what exists, and
fail, or delete what is in use. Whoever changes a type token, a resource name or the component adds the former one here.

No alias follows a change of the object's own name or namespace: that is another object, which is made before the former one is deleted.
`component.layout` asks before it happens.
"""

from __future__ import annotations

from pulumi import Alias

# Versions that a template of a user's own may have been written for; the API server keeps one object under all of them.
_VERSIONS = {
    "Ingress": ("networking.k8s.io/v1", "networking.k8s.io/v1beta1"),
    "PodDisruptionBudget": ("policy/v1", "policy/v1beta1"),
    "HorizontalPodAutoscaler": ("autoscaling/v2", "autoscaling/v2beta2", "autoscaling/v1"),
    "CronJob": ("batch/v1", "batch/v1beta1"),
    "HTTPRoute": ("gateway.networking.k8s.io/v1", "gateway.networking.k8s.io/v1beta1"),
}


def aliases(token: str) -> list[Alias]:
    """What a resource of this type token may have been before; its name and parent are the same.

    Args:
        token: Such as `kubernetes:networking.k8s.io/v1:Ingress`.
    """
    package, version, kind = token.split(":")
    versions = _VERSIONS.get(kind, ())
    return [Alias(type_=f"{package}:{other}:{kind}") for other in versions if version in versions and other != version]
