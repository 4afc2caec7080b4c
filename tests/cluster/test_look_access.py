"""Clusters that cannot be looked at, or only in part, and rights that an update would lack."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from cluster.live_stack import found, loaded, said
from cluster.live_users import account, other_authority, written_kubeconfig

if TYPE_CHECKING:
    from cluster.api import Api
    from cluster.control_plane import ControlPlane


def test_what_would_be_refused_is_said_before_anything_is_applied(live: Api, control_plane: ControlPlane, tmp_path: Path) -> None:
    everything = ["services", "serviceaccounts", "secrets", "pods", "namespaces"]
    rules = [
        {"apiGroups": [""], "resources": everything, "verbs": ["get", "list", "watch"]},
        {"apiGroups": ["apps", "policy", "autoscaling"], "resources": ["*"], "verbs": ["get", "list", "patch"]},
        {"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["roles", "rolebindings"], "verbs": ["get", "patch", "escalate"]},
    ]
    kubeconfig = account(live, control_plane, tmp_path, rules)
    assert said(found(loaded(), control_plane, kubeconfig=kubeconfig)) == [
        (
            "CLU040 `pulumi up` would be refused in the namespace `look`: "
            "patch namespaces; patch serviceaccounts; patch secrets; patch services"
        ),
    ]


def test_kinds_that_may_not_be_read_are_one_finding(live: Api, control_plane: ControlPlane, tmp_path: Path) -> None:
    rules = [{"apiGroups": ["apps"], "resources": ["*"], "verbs": ["get"]}]
    (item,) = found(loaded(), control_plane, kubeconfig=account(live, control_plane, tmp_path, rules))
    assert said([item]) == [
        (
            f"CLU006 the cluster of context `test` ({control_plane.url}) does not let this user read horizontalpodautoscalers in `look`, "
            "namespaces, poddisruptionbudgets in `look`, rolebindings in `look`, roles in `look`, secrets in `look`, "
            "serviceaccounts in `look`, services in `look`"
        )
    ]


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({"token": "wrong"}, "CLU005 {} was not looked at: it does not know the credentials of the kubeconfig"),
        ({"server": "https://127.0.0.1:1"}, "CLU003 {} was not looked at: nothing listens there"),
        (
            {"authority": "other"},
            "CLU004 {} was not looked at: its certificate is not trusted (self-signed certificate in certificate chain)",
        ),
    ],
    ids=["unauthorized", "unreachable", "not trusted"],
)
def test_a_cluster_that_cannot_be_looked_at_is_one_finding(
    control_plane: ControlPlane, tmp_path: Path, config: dict[str, str], expected: str
) -> None:
    if "authority" in config:
        config = {"authority": str(other_authority(tmp_path))}
    (item,) = found(loaded(), control_plane, kubeconfig=written_kubeconfig(control_plane, tmp_path, **config))
    server = config.get("server", control_plane.url)
    assert said([item]) == [expected.format(f"the cluster of context `test` ({server})")]
    assert (item.why, str(item.origin)) == ("a preview then reports as unchanged whatever it cannot look at", "<text>:10:18")


def test_the_role_that_the_documentation_gives_is_enough(live: Api, control_plane: ControlPlane, tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "live-objects.md").read_text(encoding="utf-8")
    role = yaml.safe_load(page.partition("```yaml\n")[2].partition("```")[0])
    items = found(loaded(), control_plane, kubeconfig=account(live, control_plane, tmp_path, role["rules"]))
    assert {item.code for item in items} == {"CLU040"}  # it may look, and do nothing
