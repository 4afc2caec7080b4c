"""Says what is different in the cluster and shows in no preview."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pulumi

from codercfg.component.announce import announce
from codercfg.component.imports import import_ids
from codercfg.kubernetes_objects.manifest_text import object_id
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from codercfg.cluster.process import Look
    from codercfg.component.plan import Plan


def announce_live(planned: Plan) -> None:
    """Start looking at the cluster, and log what was found once the objects are registered.

    In previews alone: an update changes what is looked at, and its own preview came before it.
    """
    target = planned.stack.target
    if target.to_cluster and target.cluster.look_seconds and pulumi.runtime.is_dry_run():
        look = _look(planned)
        waited: pulumi.Output[None] = pulumi.Output.from_input(_told(planned, look))
        del waited  # the program ends when every output is known, whoever holds it


def _look(planned: Plan) -> Look:
    from codercfg.cluster.process import Look
    from codercfg.cluster.request import Request, without_values

    target, namespace = planned.stack.target.cluster, planned.stack.kubernetes.namespace
    manifests = planned.objects.manifests
    every = (object_id(manifest, namespace) for manifest in manifests)
    adopted = every if target.adopt else import_ids(manifests, namespace, target.imports or ())
    request = Request(
        namespace=namespace,
        manifests=without_values(manifests),
        context=target.context,
        kubeconfig=target.kubeconfig,
        adopted=tuple(adopted),
        seconds=target.look_seconds,
    )
    known = planned.objects.secret_tokens.values()
    return Look(request, [value.reveal() for value in known if isinstance(value, SecretText)])


async def _told(planned: Plan, look: Look) -> None:
    from codercfg.cluster.found import Answer
    from codercfg.cluster.placed import diagnostics
    from codercfg.cluster.problem import ClusterError, understanding

    answer = await asyncio.to_thread(look.answer)
    try:
        with understanding():
            found = diagnostics(planned.stack, answer)
    except ClusterError as error:  # a preview never fails for what the cluster says
        found = diagnostics(planned.stack, Answer(failures=[(error.reason, error.detail)]))
    announce(found)
