"""What the program registers for a stack whose objects go to a cluster."""

from __future__ import annotations

import tomllib
from base64 import b64encode
from typing import TYPE_CHECKING, Any

import pytest

from codercfg.component.plugin_version import PINNED, plugin_version
from codercfg.kubernetes_objects.fingerprint import fingerprint
from codercfg.values.secret import SecretText
from program.engine import UNKNOWN
from program.project import CANARY, URL, run_stack, stack
from program.ran import KEY, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from program.ran import Ran

TARGET = {"cluster": {"context": "prod-eu", "kubeconfig": "/etc/kubeconfig", "clusterIdentifier": "prod-eu-1"}}
COMPONENT = "urn:pulumi:dev::coder::codercfg:index:CoderDeployment::coder"


def sections(**target: Any) -> dict[str, Any]:
    return stack(kubernetes={"ingress": {"enabled": True}, "replicas": 2}, target={"cluster": {**TARGET["cluster"], **target}})


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    done = run_stack(tmp_path_factory.mktemp("project"), sections())
    assert (done.code, done.logged("ERROR"), done.stderr) == (0, [], "")
    return done


def test_every_object_has_the_providers_own_type(run: Ran) -> None:
    types = {name: item.request.type for name, item in run.resources.items() if item.request.type.startswith("kubernetes:")}
    assert types == {
        "namespace-coder": "kubernetes:core/v1:Namespace",
        "serviceaccount-coder": "kubernetes:core/v1:ServiceAccount",
        "role-coder-workspace-perms": "kubernetes:rbac.authorization.k8s.io/v1:Role",
        "rolebinding-coder": "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
        "secret-coder": "kubernetes:core/v1:Secret",
        "service-coder": "kubernetes:core/v1:Service",
        "deployment-coder": "kubernetes:apps/v1:Deployment",
        "poddisruptionbudget-coder": "kubernetes:policy/v1:PodDisruptionBudget",
        "ingress-coder": "kubernetes:networking.k8s.io/v1:Ingress",
    }


def test_one_explicit_provider_serves_all_of_them(run: Ran) -> None:
    provider = run.resources["kubernetes"]
    assert provider.request.type == "pulumi:providers:kubernetes"
    assert provider.properties == {
        "enableServerSideApply": "true",
        "enableSecretMutable": "true",
        "enableConfigMapMutable": "true",
        "upsertExistingObjects": "false",
        "namespace": "coder",
        "context": "prod-eu",
        "kubeconfig": "/etc/kubeconfig",
        "clusterIdentifier": "prod-eu-1",
    }
    objects = [item.request for item in run.resources.values() if item.request.type.startswith("kubernetes:")]
    assert {request.provider for request in objects} == {
        "urn:pulumi:dev::coder::codercfg:index:CoderDeployment$pulumi:providers:kubernetes::kubernetes::made-by-the-tests"
    }
    assert {request.version for request in objects} == {provider.request.version} == {plugin_version()}
    assert {request.parent for request in objects} == {COMPONENT}


def test_the_plugin_is_the_version_that_the_project_pins() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]["cluster"]
    assert f"pulumi-kubernetes=={PINNED}" in extras


def test_a_secret_value_is_marked_by_itself_and_stands_nowhere_else(run: Ran) -> None:
    secret = run.resources["secret-coder"]
    assert secret.properties["data"] == {"CODER_PG_CONNECTION_URL": ("secret", b64encode(URL.encode()).decode())}
    assert list(secret.request.additionalSecretOutputs) == ["data", "stringData"]
    assert CANARY not in run.everything
    assert b64encode(URL.encode()).decode()[:12] not in run.everything


def test_pods_roll_by_a_digest_made_with_the_key_of_the_stack(run: Ran) -> None:
    key = run.resources["fingerprint-key"].request
    assert list(key.additionalSecretOutputs) == ["key"]
    annotations = run.resources["deployment-coder"].properties["spec"]["template"]["metadata"]["annotations"]
    expected = fingerprint(bytes.fromhex(KEY), {"CODER_PG_CONNECTION_URL": SecretText(URL)})
    assert annotations == {"codercfg/secret-coder": expected}
    assert KEY not in run.everything.replace(f"'key': '{KEY}'", "")


def test_a_first_preview_knows_all_but_the_digest(tmp_path_factory: pytest.TempPathFactory) -> None:
    preview = run_stack(tmp_path_factory.mktemp("project"), sections(), dry_run=True)
    spec = preview.resources["deployment-coder"].properties["spec"]
    assert spec["template"]["metadata"]["annotations"] == {"codercfg/secret-coder": UNKNOWN}
    assert spec["replicas"] == 2


def test_workloads_do_not_wait_for_the_service_that_waits_for_them(run: Ran) -> None:
    assert run.resources["service-coder"].needs == {"namespace-coder"}
    assert "service-coder" not in run.resources["deployment-coder"].needs
    assert run.resources["ingress-coder"].needs == {"namespace-coder", "service-coder"}


def test_a_load_balancer_is_begun_when_the_pods_that_it_waits_for_are_there(tmp_path: Path) -> None:
    done = run_stack(tmp_path, stack(kubernetes={"service": {"type": "LoadBalancer"}, "ingress": {"enabled": True}}, target=TARGET))
    assert done.resources["service-coder"].needs == {"namespace-coder", "deployment-coder"}
    assert "service-coder" not in done.resources["deployment-coder"].needs
    assert done.resources["ingress-coder"].needs == {"namespace-coder", "service-coder"}


def test_nothing_waits_for_the_address_of_an_ingress(run: Ran) -> None:
    assert run.resources["ingress-coder"].properties["metadata"]["annotations"]["pulumi.com/skipAwait"] == "true"


def test_an_ingress_is_waited_for_when_asked(tmp_path_factory: pytest.TempPathFactory) -> None:
    asked = stack(kubernetes={"ingress": {"enabled": True, "awaitAddress": True}}, target=TARGET)
    done = run_stack(tmp_path_factory.mktemp("project"), asked)
    assert "pulumi.com/skipAwait" not in done.resources["ingress-coder"].properties["metadata"].get("annotations", {})


@pytest.mark.parametrize(("kind", "waits"), [("ClusterIP", False), ("NodePort", False), ("LoadBalancer", True)])
def test_of_services_only_an_address_is_waited_for(tmp_path: Path, kind: str, *, waits: bool) -> None:
    done = run_stack(tmp_path, stack(kubernetes={"service": {"type": kind}}, target=TARGET))
    annotations = done.resources["service-coder"].properties["metadata"].get("annotations", {})
    assert ("pulumi.com/skipAwait" not in annotations) == waits


def test_numbers_and_keys_go_as_they_are(run: Ran) -> None:
    spec = run.resources["deployment-coder"].properties["spec"]
    assert spec["template"]["spec"]["containers"][0]["ports"][0]["containerPort"] == 8080
    assert "matchLabels" in spec["selector"]


def test_outputs_name_no_files(run: Ran) -> None:
    assert run.outputs == {"namespace": "coder", "access_url": "https://coder.example.com", "release": "2.33.1", "warnings": 0}


def test_adopting_takes_over_what_exists(tmp_path_factory: pytest.TempPathFactory) -> None:
    done = run_stack(tmp_path_factory.mktemp("project"), sections(adopt=True))
    provider = done.resources["kubernetes"].properties
    assert (provider["upsertExistingObjects"], provider["enablePatchForce"]) == ("true", "true")


def test_an_address_that_the_server_gave_is_never_a_reason_to_replace_a_service(run: Ran) -> None:
    ignored = {name: list(item.request.ignoreChanges) for name, item in run.resources.items() if item.request.ignoreChanges}
    assert ignored == {"service-coder": ["spec.clusterIP"]}
