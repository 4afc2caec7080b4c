"""Whether the cluster knows the kinds that operators bring along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.cluster.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_OF_KUBERNETES = ".k8s.io"


def foreign_groups(manifests: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The path of each API group that is none of Kubernetes' own, by `apiVersion`."""
    versions = dict.fromkeys(str(manifest["apiVersion"]) for manifest in manifests)
    groups = {version: version.rpartition("/")[0] for version in versions}
    return {version: f"/apis/{group}" for version, group in groups.items() if "." in group and not group.endswith(_OF_KUBERNETES)}


def served_findings(version: str, group: Mapping[str, Any] | None) -> Iterator[Found]:
    """A finding when an API version is not there.

    Args:
        version: `external-secrets.io/v1`.
        group: What the server says about the group, None when it knows none of that name.
    """
    served = [str(item.get("groupVersion")) for item in (group or {}).get("versions") or ()]
    if version not in served:
        others = f"; it has {', '.join(served)}" if served else ""
        advice = "install the operator that brings this API, in a version that serves it, before `pulumi up`"
        yield Found("CLU019", f"the cluster does not serve `{version}`{others}", advice, "kubernetes")
