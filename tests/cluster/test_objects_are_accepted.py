"""The objects of every case, as a real API server sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from unit.kubernetes_objects.rendering import NAMES, case, rendered

if TYPE_CHECKING:
    from cluster.api import Api

HARDENED = {"pod-security.kubernetes.io/warn": "restricted"}
SECRETS = {
    "production": {
        "deployment.oidc.client_secret": "a",
        "deployment.external_auth[0].client_secret": "b",
        "deployment.ai.bridge.providers[1].key": "c",
    },
    "secrets_of_others": {"deployment.scim_api_key": "d"},
}
OPERATORS = ("external-secrets.io/",)  # kinds that no Kubernetes has by itself


@pytest.fixture(scope="module")
def namespaces(api: Api) -> None:
    """A dry run of an object needs its namespace; its label makes the server warn about pods that a hardened cluster would refuse."""
    for name in ("coder", "coder-dev", "coder-tokyo", "team-a", "team-b"):
        answer = api.apply({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name, "labels": HARDENED}})
        assert answer.status in {200, 201}, answer.body


@pytest.mark.usefixtures("namespaces")
@pytest.mark.parametrize("name", NAMES)
def test_the_server_accepts_every_object_without_a_warning(api: Api, name: str) -> None:
    objects = rendered(case(name, SECRETS.get(name)), "write")
    assert objects.ok

    for manifest in objects.manifests:
        if manifest["apiVersion"].startswith(OPERATORS):
            continue
        answer = api.apply(manifest, dry_run=True)
        assert (answer.status in {200, 201}, answer.warnings) == (True, []), (manifest["kind"], answer.body, answer.warnings)
