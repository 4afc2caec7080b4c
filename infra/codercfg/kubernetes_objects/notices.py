"""What a reader of the objects should know; said when they are made, because it is true of a stack that is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.kubernetes_objects.addresses import access_url
from codercfg.kubernetes_objects.finding import setting_finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.kubernetes_objects.stack import Stack


def notices(stack: Stack) -> Iterator[Diagnostic]:
    """The trial database, and an access URL that nobody chose."""
    if stack.kubernetes.postgres.trial:
        message = "the trial database is for trying out only: one pod, no backup, no TLS"
        yield setting_finding(
            stack, "K8S012", "postgres.trial", message, "for anything else set `pg_connection_url` to a database of your own"
        )
    url = access_url(stack)
    if url is not None and not stack.kubernetes.ingress.host:
        message = f"no access URL is set, so the pods get `{url}`"
        yield setting_finding(stack, "K8S021", "clusterAccessUrl", message, "set `access_url` under `coder:deployment`")


def omitted_secrets(stack: Stack, secrets: Mapping[str, Mapping[str, object]]) -> Iterator[Diagnostic]:
    """One notice for each Secret that is left out, with the keys it needs."""
    for name, values in sorted(secrets.items()):
        keys = ", ".join(f"`{key}`" for key in sorted(values))
        message = f"the Secret `{name}` is left out: it must exist in the namespace `{stack.kubernetes.namespace}` with {keys}"
        advice = "make it before the pods start, or set `target.files.secrets: write`"
        yield setting_finding(stack, "K8S010", "namespace", message, advice)
