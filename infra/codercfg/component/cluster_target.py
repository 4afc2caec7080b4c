"""The objects in a cluster, by the Pulumi Kubernetes provider.

Objects are registered under the provider's own type tokens with plain maps: the typed classes cost 0.2 s to import, and rename keys. The
package `pulumi-kubernetes` is not needed for that: the CLI gets the plugin by its version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pulumi

from codercfg.component.failure_hook import FailureHook
from codercfg.component.imports import import_ids
from codercfg.component.layout import Layout
from codercfg.component.moves import cluster_name
from codercfg.component.object_options import object_options
from codercfg.component.order import is_awaited_service
from codercfg.component.plugin_version import plugin_version
from codercfg.kubernetes_objects.manifest_text import object_id

if TYPE_CHECKING:
    from codercfg.component.plan import Plan

_NO_WAIT = {"pulumi.com/skipAwait": "true"}


class ClusterTarget:
    """Registers each object in the cluster that the stack names."""

    def __init__(self, planned: Plan, parent: pulumi.Resource) -> None:
        self._kubernetes, self._target = planned.stack.kubernetes, planned.stack.target.cluster
        self._version = plugin_version()
        self._imports = import_ids(planned.objects.manifests, self._kubernetes.namespace, self._target.imports or ())
        self._failures = FailureHook(planned.objects.secret_tokens)
        # Everything hangs on the provider, and the provider on the layout: where that refuses, nothing was registered yet.
        self._provider = self._made_provider(parent, self._layout(parent))

    def register(self, manifest: dict[str, Any], options: pulumi.ResourceOptions) -> pulumi.Resource:
        """Register one object."""
        name, token = object_id(manifest, self._kubernetes.namespace), type_token(manifest)
        own = pulumi.ResourceOptions(
            provider=self._provider,
            version=self._version,
            additional_secret_outputs=["data", "stringData"] if manifest["kind"] == "Secret" else None,
            hooks=self._failures.binding(name, _title(manifest)),
        )
        own = pulumi.ResourceOptions.merge(own, object_options(manifest, token, self._target, self._imports.get(name)))
        if self._never_waits(manifest):
            manifest = _without_wait(manifest)
        return pulumi.CustomResource(token, name, manifest, pulumi.ResourceOptions.merge(options, own))

    def _never_waits(self, manifest: dict[str, Any]) -> bool:
        """Whether Pulumi would wait for what may never come.

        An Ingress whose controller reports no address would never be ready. A Service waits for pods: where its workload is refused, that
        error would show only after ten minutes; where it is not, the workload itself waits for the same pods. A load balancer is begun
        only when it has them (`order`).
        """
        if manifest["kind"] == "Ingress":
            return not self._kubernetes.ingress.await_address
        return manifest["kind"] == "Service" and not is_awaited_service(manifest)

    def _layout(self, parent: pulumi.Resource) -> Layout:
        kubernetes, target = self._kubernetes, self._target
        names = {
            "namespace": kubernetes.namespace,
            "name": kubernetes.name,
            "instance": kubernetes.instance or kubernetes.name,
            "cluster": cluster_name(target.cluster_identifier, target.context),
        }
        return Layout("layout", names, target.replaces, pulumi.ResourceOptions(parent=parent))

    def _made_provider(self, parent: pulumi.Resource, layout: Layout) -> pulumi.ProviderResource:
        """An explicit provider: which cluster is meant must not depend on somebody's shell."""
        target = self._target
        options = {
            "enableServerSideApply": "true",
            "enableSecretMutable": "true",  # else a rotated Secret is deleted before it is made anew
            "enableConfigMapMutable": "true",
            "upsertExistingObjects": "true" if target.adopt else "false",
            # What is taken over has fields of another manager, such as Helm's label; without force each would be a conflict.
            "enablePatchForce": "true" if target.adopt or target.imports else None,
            "namespace": self._kubernetes.namespace,
            "context": target.context,
            "kubeconfig": target.kubeconfig,
            "clusterIdentifier": target.cluster_identifier,
        }
        given = {name: value for name, value in options.items() if value is not None}
        own = pulumi.ResourceOptions(parent=parent, depends_on=[layout], version=self._version)
        return pulumi.ProviderResource("kubernetes", "kubernetes", given, own)


def type_token(manifest: dict[str, Any]) -> str:
    """`kubernetes:apps/v1:Deployment`; the group without a name is `core`."""
    version: str = manifest["apiVersion"]
    return f"kubernetes:{version if '/' in version else f'core/{version}'}:{manifest['kind']}"


def _title(manifest: dict[str, Any]) -> str:
    """What messages call an object: `Deployment coder/coder`."""
    meta = manifest["metadata"]
    place = f"{meta['namespace']}/" if "namespace" in meta else ""
    return f"{manifest['kind']} {place}{meta['name']}"


def _without_wait(manifest: dict[str, Any]) -> dict[str, Any]:
    meta = manifest["metadata"]
    return {**manifest, "metadata": {**meta, "annotations": {**_NO_WAIT, **meta.get("annotations", {})}}}
