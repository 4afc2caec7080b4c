"""An API server that fails: `up` says which object, why and what to do, and the next one goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from canaries import leaks
from cluster.cluster_project import DATABASE
from cluster.faulty_server import Fault, FaultyServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cluster.cluster_project import ClusterProject
    from cluster.control_plane import ControlPlane

NAMESPACE = "faulty"
CANARY = "database-canary"
CHANGED = "https://changed{}.example.com"


@pytest.fixture(scope="module")
def faulty(control_plane: ControlPlane, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FaultyServer]:
    with FaultyServer(control_plane, tmp_path_factory.mktemp("faulty")).running() as running:
        yield running


@pytest.fixture(scope="module")
def project(faulty: FaultyServer, new_cluster_project: Callable[[str], ClusterProject]) -> ClusterProject:
    """A stack that goes through the faulty server; the tests of this module use it one after the other."""
    assert CANARY in DATABASE
    made = new_cluster_project(NAMESPACE)
    made.sections["target"]["cluster"]["kubeconfig"] = str(faulty.kubeconfig)
    made.write()
    return made


@pytest.fixture
def up_to_date(project: ClusterProject) -> ClusterProject:
    """The stack as every test begins: all applied."""
    project.write()
    project.up("--skip-preview")
    return project


def failed(project: ClusterProject, *arguments: str) -> str:
    """What an update that has to fail printed; no secret, no traceback."""
    done = project.up("--skip-preview", *arguments, code=None)
    printed = done.stdout + done.stderr
    assert done.returncode not in {0, None}, printed
    assert "Traceback" not in printed
    assert leaks([CANARY], {"up": printed}) == []
    return printed


def converges(project: ClusterProject) -> None:
    """The next update without the fault does the rest, and then state and cluster agree."""
    project.up("--skip-preview")
    project.refresh("--skip-preview", "--expect-no-changes")
    assert not project.state()["deployment"].get("pending_operations")


def forbidden(plural: str, verb: str, group: str = "") -> Fault:
    where = f' in API group "{group}"'
    message = f'{plural} is forbidden: User "ci" cannot {verb} resource "{plural}"{where} in the namespace "{NAMESPACE}"'
    return Fault("POST", rf"/{plural}(\?|$)", 403, reason="Forbidden", message=message)


def test_each_kind_that_may_not_be_created_is_named_and_each_update_gets_further(project: ClusterProject, faulty: FaultyServer) -> None:
    rbac = "rbac.authorization.k8s.io"
    steps: list[dict[str, Fault]] = [
        {f"Namespace {NAMESPACE}": forbidden("namespaces", "create")},
        {
            f"ServiceAccount {NAMESPACE}/coder": forbidden("serviceaccounts", "create"),
            f"Role {NAMESPACE}/coder-workspace-perms": forbidden("roles", "create", rbac),
            f"Secret {NAMESPACE}/coder": forbidden("secrets", "create"),
            f"Service {NAMESPACE}/coder": forbidden("services", "create"),
        },
        {f"RoleBinding {NAMESPACE}/coder": forbidden("rolebindings", "create", rbac)},
        {f"Deployment {NAMESPACE}/coder": forbidden("deployments", "create", "apps")},
    ]
    for step in steps:
        with faulty.having(*step.values()):
            printed = failed(project)
        for object_, fault in step.items():
            assert f"[PUL021] {object_} could not be created: the user may not do that (403)" in printed, printed
            assert fault.happened
        assert "grant the user of the kubeconfig the permission, or use another context; missing: `create` on `" in printed
    converges(project)


ANSWERS: dict[str, tuple[dict[str, Any], str]] = {
    "401": ({"status": 401, "reason": "Unauthorized", "message": "Unauthorized"}, "[PUL020] {} could not be updated"),
    "429": (
        {
            "status": 429,
            "reason": "TooManyRequests",
            "message": "too many requests, please try again later",
            "headers": (("Retry-After", "1"),),
        },
        "[PUL031] {} could not be updated",
    ),
    "500": (
        {"status": 500, "reason": "InternalError", "message": "Internal error occurred: etcd is gone"},
        "[PUL032] {} could not be updated",
    ),
    "cut": ({"mode": "cut"}, "[PUL034] {} could not be updated"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_update_that_fails_names_object_and_remedy_and_is_done_by_the_next(
    up_to_date: ClusterProject, faulty: FaultyServer, name: str
) -> None:
    project = up_to_date
    fault, told = ANSWERS[name]
    url = CHANGED.format(name)
    project.write(deployment={"access_url": url})
    with faulty.having(Fault("PATCH", "/deployments/coder", **fault)):
        printed = failed(project)
    assert told.format(f"Deployment {NAMESPACE}/coder") in printed, printed
    assert "  = help: " in printed
    converges(project)
    containers = project.live("apps/v1", "Deployment")["spec"]["template"]["spec"]["containers"]
    assert {"name": "CODER_ACCESS_URL", "value": url} in containers[0]["env"]


def test_a_field_of_another_manager_is_not_taken_by_force(up_to_date: ClusterProject) -> None:
    project = up_to_date
    scaled = {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "coder", "namespace": NAMESPACE},
        "spec": {"replicas": 4},
    }
    assert project.api.apply(scaled, manager="somebody-else").status == 200
    project.write(kubernetes={"replicas": 2})
    printed = failed(project)
    assert f"[PUL027] Deployment {NAMESPACE}/coder could not be updated: another manager owns a field with another value (409)" in printed
    assert "somebody-else" in printed
    assert "let one owner write the field" in printed
    assert project.live("apps/v1", "Deployment")["spec"]["replicas"] == 4
    left = {key: value for key, value in scaled.items() if key != "spec"}
    assert project.api.apply(left, manager="somebody-else").status == 200  # it lets go of the field, as the remedy says
    project.write(kubernetes={"replicas": 2})
    converges(project)
    assert project.live("apps/v1", "Deployment")["spec"]["replicas"] == 2


def test_what_the_server_finds_invalid_is_named(up_to_date: ClusterProject) -> None:
    project = up_to_date
    project.write(kubernetes={"service": {"type": "NodePort", "httpNodePort": 80}})
    printed = failed(project)
    assert f"[PUL030] Service {NAMESPACE}/coder could not be updated: the API server finds the object invalid (400 or 422)" in printed
    assert "provided port is not in the valid range" in printed
    project.write()
    converges(project)


def test_a_certificate_that_does_not_fit_is_named(up_to_date: ClusterProject, faulty: FaultyServer, control_plane: ControlPlane) -> None:
    project = up_to_date
    wrong = faulty.kubeconfig.with_name("wrong.kubeconfig")
    wrong.write_text(faulty.kubeconfig.read_text().replace(str(faulty.ca_file), str(control_plane.ca_file)))
    project.write(deployment={"access_url": CHANGED.format("tls")}, target={"cluster": {"kubeconfig": str(wrong)}})
    printed = failed(project)
    assert "[PUL035]" in printed, printed
    assert "renew the kubeconfig" in printed
    project.write(deployment={"access_url": CHANGED.format("tls")})
    converges(project)


def test_a_creation_that_was_cut_off_is_taken_over_as_the_message_says(up_to_date: ClusterProject, faulty: FaultyServer) -> None:
    project = up_to_date
    asked: dict[str, Any] = {"replicas": 2}  # brings a disruption budget
    project.write(kubernetes=asked)
    with faulty.having(Fault("POST", "/poddisruptionbudgets", mode="cut", times=1)):
        printed = failed(project)
    assert f"[PUL034] PodDisruptionBudget {NAMESPACE}/coder could not be created" in printed, printed
    remedy = "if `pulumi up` then says that it exists already, take it over with `target.cluster.import: [poddisruptionbudget/coder]`"
    assert remedy in printed
    assert project.live("policy/v1", "PodDisruptionBudget")["spec"]
    assert f"[PUL026] PodDisruptionBudget {NAMESPACE}/coder could not be created: an object of that kind and name exists" in failed(project)
    project.write(kubernetes=asked, target={"cluster": {"import": ["poddisruptionbudget/coder"]}})
    converges(project)
    project.write(kubernetes=asked)
    converges(project)  # the provider gives up force, nothing else


def test_a_server_that_does_not_answer_is_waited_for_no_longer_than_the_plugin_does(
    up_to_date: ClusterProject, faulty: FaultyServer
) -> None:
    project = up_to_date
    project.write(deployment={"access_url": CHANGED.format("hang")})
    with faulty.having(Fault("PATCH", "/deployments/coder", mode="hang")):
        printed = failed(project)
    assert f"[PUL034] Deployment {NAMESPACE}/coder could not be updated: the API server cannot be reached, or broke off" in printed, printed
    converges(project)
