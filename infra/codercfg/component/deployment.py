"""`CoderDeployment`: all objects of a stack as one Pulumi component."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pulumi

from codercfg.component.files_target import FilesTarget
from codercfg.component.fingerprints import keep_for_render, with_fingerprints
from codercfg.component.order import in_order, needed
from codercfg.component.secret_outputs import with_secret_outputs
from codercfg.component.seed_guard import needs_seed_guard, seed_guard
from codercfg.component.stack_key import StackKey
from codercfg.kubernetes_objects.addresses import access_url

if TYPE_CHECKING:
    from codercfg.component.cluster_target import ClusterTarget
    from codercfg.component.plan import Plan

TYPE = "codercfg:index:CoderDeployment"


class CoderDeployment(pulumi.ComponentResource):
    """A Coder server.

    Attributes:
        outputs: `namespace`, `access_url`, `release`, and `files` where the objects are files; never a secret.
    """

    outputs: dict[str, str | list[str]]

    def __init__(self, name: str, planned: Plan, opts: pulumi.ResourceOptions | None = None) -> None:
        """Register every object, each after those that it needs.

        Args:
            name: Name of the component.
            planned: From `component.plan`, without errors.
            opts: Resource options.
        """
        super().__init__(TYPE, name, {}, opts)
        self._register(planned)
        self.outputs = _outputs(planned)
        self.register_outputs(self.outputs)

    def _register(self, planned: Plan) -> None:
        manifests, values = in_order(planned.objects.manifests), planned.objects.secret_tokens
        target = _target(planned, self)
        key = _key(planned, self)
        first = [seed_guard(planned.stack, key, self)] if key is not None and needs_seed_guard(planned.stack) else []
        made: list[pulumi.Resource] = []
        for manifest, before in zip(manifests, needed(manifests), strict=True):
            options = pulumi.ResourceOptions(parent=self, depends_on=[*first, *(made[place] for place in before)])
            marked = manifest if key is None else with_fingerprints(manifest, planned.objects, key)
            made.append(target.register(with_secret_outputs(marked, values), options))


def _key(planned: Plan, parent: pulumi.Resource) -> pulumi.Output[str] | None:
    """The key of the fingerprints and of the record of seeded providers, where there is something to make one of."""
    writes_secrets = any(manifest["kind"] == "Secret" for manifest in planned.objects.manifests)
    if not writes_secrets and not needs_seed_guard(planned.stack):
        return None
    key = StackKey("fingerprint-key", planned.stack.name, pulumi.ResourceOptions(parent=parent)).key
    if writes_secrets and not planned.stack.target.to_cluster and not pulumi.runtime.is_dry_run():
        keep_for_render(planned, key)
    return key


def _target(planned: Plan, parent: pulumi.Resource) -> FilesTarget | ClusterTarget:
    if not planned.stack.target.to_cluster:
        return FilesTarget(planned.stack)
    from codercfg.component import cluster_target  # loaded for that target alone

    return cluster_target.ClusterTarget(planned, parent)


def _outputs(planned: Plan) -> dict[str, str | list[str]]:
    stack = planned.stack
    url = access_url(stack) or stack.configuration.effective().get("access_url")
    found: dict[str, str | list[str]] = {"namespace": stack.kubernetes.namespace, "release": str(stack.release)}
    if url:
        found["access_url"] = str(url)
    if not stack.target.to_cluster:
        files = FilesTarget(stack)
        found["files"] = [files.path(manifest) for manifest in planned.objects.manifests]
    return found
