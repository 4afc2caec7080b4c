from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap.pins import KUBERNETES

from cluster.api import Api

if TYPE_CHECKING:
    from cluster.control_plane import ControlPlane

CONFIG = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "example", "namespace": "default"}, "data": {"a": "1"}}


def test_the_server_is_the_pinned_version(api: Api) -> None:
    assert api.get("/version").body["gitVersion"] == f"v{KUBERNETES}"


def test_a_stranger_is_refused(control_plane: ControlPlane) -> None:
    answer = Api(control_plane.url, "not the token", control_plane.ca_file).get("/api/v1/namespaces")
    assert (answer.status, answer.body["reason"]) == (401, "Unauthorized")


def test_a_dry_run_stores_nothing(api: Api) -> None:
    assert api.apply(CONFIG, dry_run=True).status in {200, 201}
    assert api.get(api.path_of(CONFIG)).status == 404


def test_an_applied_object_can_be_read_and_deleted(api: Api) -> None:
    assert api.apply(CONFIG).status == 201
    assert api.get(api.path_of(CONFIG)).body["data"] == {"a": "1"}
    assert api.delete(CONFIG).status == 200


def test_an_unknown_field_is_refused_by_name(api: Api) -> None:
    answer = api.apply({**CONFIG, "dta": {}}, dry_run=True)
    assert answer.status >= 400
    assert ".dta: field not declared in schema" in answer.body["message"]


def test_the_kubeconfig_serves_the_official_client(control_plane: ControlPlane) -> None:
    client = pytest.importorskip("kubernetes")
    loaded = client.config.new_client_from_config(str(control_plane.kubeconfig))
    with loaded:
        assert client.client.VersionApi(loaded).get_code().git_version == f"v{KUBERNETES}"


def test_the_signing_key_is_readable_by_its_owner_only(control_plane: ControlPlane) -> None:
    key = control_plane.kubeconfig.with_name("service-account.key")
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert json.loads(control_plane.kubeconfig.read_text())["current-context"] == "test"
