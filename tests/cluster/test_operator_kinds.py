"""Objects of kinds that an operator brings: without it an error that says so, with it objects like others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cluster.api import Api
    from cluster.cluster_project import ClusterProject

NAMES = {"kind": "ExternalSecret", "plural": "externalsecrets", "singular": "externalsecret", "listKind": "ExternalSecretList"}
OPEN = {"type": "object", "x-kubernetes-preserve-unknown-fields": True}
# The kind alone, with any content: what the operator makes of it is its own affair.
KIND: dict[str, Any] = {
    "apiVersion": "apiextensions.k8s.io/v1",
    "kind": "CustomResourceDefinition",
    "metadata": {"name": "externalsecrets.external-secrets.io"},
    "spec": {
        "group": "external-secrets.io",
        "names": NAMES,
        "scope": "Namespaced",
        "versions": [{"name": "v1", "served": True, "storage": True, "schema": {"openAPIV3Schema": OPEN}}],
    },
}
CLIENT_SECRET = {"externalSecret": {"store": "vault", "key": "coder/oidc"}}


@pytest.fixture
def without_kind(api: Api) -> Iterator[None]:
    """The kind is gone before the test and after it."""
    api.delete(KIND)
    yield
    api.delete(KIND)


@pytest.mark.usefixtures("without_kind")
def test_an_external_secret_needs_its_kind_and_is_then_made_and_gone_like_others(cluster_project: ClusterProject) -> None:
    project, api = cluster_project, cluster_project.api
    oidc = {"issuer_url": "https://login.example.com", "client_id": "coder", "client_secret": CLIENT_SECRET}
    # A Service waits for pods also when what these need has failed already.
    project.write(deployment={"oidc": oidc}, target={"cluster": {"timeouts": {"Service": "5s"}}})
    assert "create" in project.steps(project.planned()).values()
    refused = project.up("--skip-preview", code=None)
    assert refused.returncode != 0
    assert "ExternalSecret" in (refused.stdout + refused.stderr).partition("Diagnostics:")[2]

    assert api.apply(KIND).status == 201
    project.write(deployment={"oidc": oidc})
    project.up("--skip-preview")
    project.preview("--expect-no-changes")
    path = f"/apis/external-secrets.io/v1/namespaces/{project.namespace}/externalsecrets"
    (made,) = api.get(path).body["items"]
    assert [entry["remoteRef"]["key"] for entry in made["spec"]["data"]] == ["coder/oidc"]

    project.destroy("--skip-preview")
    assert api.get(path).body["items"] == []
