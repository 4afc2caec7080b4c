"""Secrets that others keep, on the wire: no part of a reference is secret, and both targets get the same objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from program.project import SECURE, run_stack, stack

if TYPE_CHECKING:
    from program.ran import Ran

VAULT = {"store": "vault", "key": "prod/coder/oidc", "property": "client_secret"}
TARGETS: dict[str, Any] = {"files": {"files": {"secrets": "write"}}, "cluster": {"cluster": {"context": "prod-eu"}}}
EXTERNAL = "externalsecret-coder-store-vault"


def sections(target: str, rotation: str = "1") -> dict[str, Any]:
    return stack(
        deployment={
            "access_url": "https://coder.example.com",
            "pg_connection_url": SECURE,
            "scim_api_key": {"sealed": {"name": "login", "key": "scim", "rotation": rotation}},
            "oidc": {
                "client_id": "coder",
                "issuer_url": "https://login.example.com",
                "client_secret": {"externalSecret": {**VAULT, "rotation": rotation}},
            },
        },
        target=TARGETS[target],
    )


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    found = {target: run_stack(tmp_path_factory.mktemp(target), sections(target)) for target in TARGETS}
    assert {target: (run.code, run.logged("ERROR"), run.stderr) for target, run in found.items()} == dict.fromkeys(TARGETS, (0, [], ""))
    return found


def manifest(run: Ran, name: str) -> Any:
    properties = run.resources[name].properties
    return properties.get("manifest", properties)


def texts(value: Any) -> list[Any]:
    """Every leaf; a secret is a tuple."""
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in texts(item)]
    return [leaf for item in value for leaf in texts(item)] if isinstance(value, list) else [value]


def test_an_external_secret_is_registered_under_its_own_type(runs: dict[str, Ran]) -> None:
    assert runs["cluster"].resources[EXTERNAL].request.type == "kubernetes:external-secrets.io/v1:ExternalSecret"
    assert any(name.endswith(EXTERNAL) or "externalsecret" in name for name in runs["files"].resources)


@pytest.mark.parametrize("target", TARGETS)
def test_no_part_of_a_reference_is_a_secret(runs: dict[str, Ran], target: str) -> None:
    run = runs[target]
    for name in run.resources:
        if "externalsecret" in name or name.startswith("deployment-"):
            assert not [leaf for leaf in texts(manifest(run, name)) if isinstance(leaf, tuple)], name


def test_pods_come_after_what_makes_their_secrets(runs: dict[str, Ran]) -> None:
    for run in runs.values():
        (pods,) = (item for name, item in run.resources.items() if "deployment-coder" in name)
        assert any("externalsecret" in need for need in pods.needs)


def test_both_targets_get_the_same_bytes(runs: dict[str, Ran]) -> None:
    files, cluster = (
        {name.rpartition("/")[2]: manifest(run, name) for name in run.resources if "externalsecret" in name} for run in runs.values()
    )
    assert [*files.values()] == [*cluster.values()]


def test_a_rotation_changes_one_annotation_of_the_pods_for_each_reference(runs: dict[str, Ran], tmp_path: Any) -> None:
    before = manifest(runs["cluster"], "deployment-coder")
    after = manifest(run_stack(tmp_path, sections("cluster", "2")), "deployment-coder")
    marks = ["codercfg/rotation-CODER_OIDC_CLIENT_SECRET", "codercfg/rotation-CODER_SCIM_AUTH_HEADER"]
    annotations = [item["spec"]["template"]["metadata"].pop("annotations") for item in (before, after)]

    assert before == after
    assert sorted(name for name in annotations[0] if annotations[0][name] != annotations[1][name]) == marks
    assert [annotations[1][name] for name in marks] == ["2", "2"]
    assert annotations[0].keys() == annotations[1].keys()


def test_what_must_be_there_is_said_once_for_each(runs: dict[str, Ran]) -> None:
    for run in runs.values():
        said = "\n".join(run.logged("INFO"))
        assert (said.count("K8S041"), said.count("K8S042")) == (1, 1)
