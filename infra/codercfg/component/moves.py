"""What happens in a cluster when the stack's names change; imports no pulumi."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNNAMED = "-"  # no `clusterIdentifier` and no `context`


def consent(before: Mapping[str, str]) -> str:
    """The text by which somebody says that these names may be given up: `coder/coder/coder@prod-eu`."""
    cluster = "" if before["cluster"] == _UNNAMED else f"@{before['cluster']}"
    return f"{before['namespace']}/{before['name']}/{before['instance']}{cluster}"


def cluster_name(identifier: str | None, context: str | None) -> str:
    """What stands for the cluster: the plugin replaces everything when the identifier changes, and goes elsewhere with the context."""
    return identifier or context or _UNNAMED


def moves(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """One sentence for each change."""
    found = {key for key in before if before[key] != after[key]}
    sentences = [_SENTENCES[key].format(old=before[key], new=after[key]) for key in _SENTENCES if key in found]
    if found == {"instance"}:  # with another name or namespace there is nothing to be deleted first
        return [_SELECTOR.format(old=before["instance"], new=after["instance"])]
    return sentences


_SENTENCES = {
    "cluster": "cluster `{old}` is now `{new}`: every object is made there, and then deleted in the former one",
    "namespace": "namespace `{old}` is now `{new}`: every object is made in `{new}` and then deleted in `{old}`; Secrets of others, "
    "volumes and workspaces stay behind",
    "name": "name `{old}` is now `{new}`: objects of the new name are made, then the old ones deleted; the Service has another address in "
    "the cluster, and a trial database begins empty",
}
_SELECTOR = (
    "instance `{old}` is now `{new}`: a selector cannot change, so the Deployment is deleted and then made anew, and in between there is "
    "no server"
)
