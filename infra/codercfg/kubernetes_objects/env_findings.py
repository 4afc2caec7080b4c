"""Findings about variables that are no options."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from codercfg.diagnostics.nearest import did_you_mean
from codercfg.kubernetes_objects.finding import setting_finding
from codercfg.kubernetes_objects.server_env import CLUSTER_HOST, POD_IP, sets_cluster_host

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.kubernetes_objects.stack import Stack
    from codercfg.models.stack.kubernetes.extra_env import ExtraEnv

_CONFIDENTIAL = r"(?i)(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|PRIVATE_KEY|API_KEY|CREDENTIALS?)(?:_|$)"
PRIMARY_URL, PROXY_TOKEN = "CODER_PRIMARY_ACCESS_URL", "CODER_PROXY_SESSION_TOKEN"
_PROXY = (PRIMARY_URL, PROXY_TOKEN)
# Of families whose options are numbered; `coder:env` takes them. The server reads them in any case, and whatever follows is theirs: a name
# without a number stops it.
_INDEXED = r"(?i)CODER_(?:EXTERNAL_AUTH|GITAUTH|AIBRIDGE_PROVIDER|AI_GATEWAY_PROVIDER)_"


def env_findings(stack: Stack) -> list[Diagnostic]:
    """Findings about `extraEnv`, `envFrom` and a workspace proxy's own variables."""
    found: list[Diagnostic] = []
    names: set[str] = set()
    for index, item in enumerate(stack.kubernetes.extra_env):
        found += _one(stack, f"extraEnv[{index}]", item, names)
        names.add(item.name)
    return [*found, *_proxy(stack, names)]


def _one(stack: Stack, path: str, item: ExtraEnv, before: set[str]) -> Iterator[Diagnostic]:
    catalog = stack.configuration.catalog
    option = catalog.by_env.get(item.name)
    if option is not None or re.match(_INDEXED, item.name):
        where = f"`{option.path}` under `coder:deployment`" if option else "the providers under `coder:deployment`"
        message = f"`{item.name}` is an option of the server"
        yield setting_finding(
            stack, "K8S002", f"{path}.name", message, f"set {where}, or the variable under `coder:env`: there it is checked"
        )
    elif item.name in before:
        yield setting_finding(stack, "K8S003", f"{path}.name", f"`{item.name}` is set twice", "remove one of the two")
    elif item.name == POD_IP or (item.name == CLUSTER_HOST and sets_cluster_host(stack)):
        yield setting_finding(stack, "K8S003", f"{path}.name", f"`{item.name}` is set by the Kubernetes objects", "remove it")
    elif item.name.startswith("CODER_") and not (stack.kubernetes.workspace_proxy and item.name in _PROXY):
        advice = did_you_mean(item.name, catalog.by_env, "remove it, if no program in the pods reads it")
        message = f"Coder {stack.configuration.release} has no option `{item.name}`"
        yield setting_finding(stack, "K8S005", f"{path}.name", message, advice)
    if (item.value is None) == (item.value_from is None):
        message = f"`{item.name}` needs either `value` or `valueFrom`"
        yield setting_finding(stack, "K8S004", path, message, "write one of them; an empty value is written value: ''")
    elif re.search(_CONFIDENTIAL, item.name):
        yield from _readable(stack, path, item)


def _readable(stack: Stack, path: str, item: ExtraEnv) -> Iterator[Diagnostic]:
    """A confidential value in a place where many may read it."""
    of_map = isinstance(item.value_from, Mapping) and "configMapKeyRef" in item.value_from
    if not item.value and not of_map:
        return
    key, place = ("valueFrom", "comes from a ConfigMap") if of_map else ("value", "would stand in the Deployment")
    message = f"`{item.name}` looks like a secret, and its value {place}"
    yield setting_finding(stack, "K8S006", f"{path}.{key}", message, "use `valueFrom: {secretKeyRef: {name: …, key: …}}`")


def _proxy(stack: Stack, names: set[str]) -> Iterator[Diagnostic]:
    if not stack.kubernetes.workspace_proxy or stack.kubernetes.env_from:
        return
    for name in _PROXY:
        if name not in names:
            message = f"a workspace proxy does not start without `{name}`"
            yield setting_finding(stack, "K8S022", "workspaceProxy", message, f"add `{name}` to `kubernetes.extraEnv`")
