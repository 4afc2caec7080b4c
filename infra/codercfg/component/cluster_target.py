"""The objects in a cluster, by the Pulumi Kubernetes provider.

Objects are registered under the provider's own type tokens with plain maps: the typed classes cost 0.2 s to import, and rename keys. The
package `pulumi-kubernetes` is not needed for that: the CLI gets the plugin by its version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pulumi

from codercfg.kubernetes_objects.manifest_text import object_id

if TYPE_CHECKING:
    from codercfg.component.plan import Plan

PLUGIN_VERSION = "4.32.0"
_NO_WAIT = {"pulumi.com/skipAwait": "true"}


class ClusterTarget:
    """Registers each object in the cluster that the stack names."""

    def __init__(self, planned: Plan, parent: pulumi.Resource) -> None:
        self._namespace = planned.stack.kubernetes.namespace
        self._awaits_ingress = planned.stack.kubernetes.ingress.await_address
        self._provider = _provider(planned, parent)

    def register(self, manifest: dict[str, Any], options: pulumi.ResourceOptions) -> pulumi.Resource:
        """Register one object."""
        own = pulumi.ResourceOptions(
            provider=self._provider,
            version=PLUGIN_VERSION,
            additional_secret_outputs=["data", "stringData"] if manifest["kind"] == "Secret" else None,
        )
        if manifest["kind"] == "Ingress" and not self._awaits_ingress:
            manifest = _without_wait(manifest)
        name = object_id(manifest, self._namespace)
        return pulumi.CustomResource(type_token(manifest), name, manifest, pulumi.ResourceOptions.merge(options, own))


def type_token(manifest: dict[str, Any]) -> str:
    """`kubernetes:apps/v1:Deployment`; the group without a name is `core`."""
    version: str = manifest["apiVersion"]
    return f"kubernetes:{version if '/' in version else f'core/{version}'}:{manifest['kind']}"


def _provider(planned: Plan, parent: pulumi.Resource) -> pulumi.ProviderResource:
    """An explicit provider: which cluster is meant must not depend on somebody's shell."""
    target = planned.stack.target.cluster
    options = {
        "enableServerSideApply": "true",
        "enableSecretMutable": "true",  # else a rotated Secret is deleted before it is made anew
        "enableConfigMapMutable": "true",
        "upsertExistingObjects": "true" if target.adopt else "false",
        "namespace": planned.stack.kubernetes.namespace,
        "context": target.context,
        "kubeconfig": target.kubeconfig,
        "clusterIdentifier": target.cluster_identifier,
    }
    given = {name: value for name, value in options.items() if value is not None}
    return pulumi.ProviderResource("kubernetes", "kubernetes", given, pulumi.ResourceOptions(parent=parent, version=PLUGIN_VERSION))


def _without_wait(manifest: dict[str, Any]) -> dict[str, Any]:
    """An Ingress whose controller reports no address would never be ready."""
    meta = manifest["metadata"]
    return {**manifest, "metadata": {**meta, "annotations": {**_NO_WAIT, **meta.get("annotations", {})}}}
