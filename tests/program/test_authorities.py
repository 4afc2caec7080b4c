"""Authorities from files of the project, on both targets."""

from __future__ import annotations

import shutil
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from program.project import run_stack, stack
from program.ran import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PEM = ROOT / "tests" / "cases" / "objects" / "authorities" / "certs" / "corp-ca.pem"
DIGEST = sha256(PEM.read_bytes()).hexdigest()
TARGETS = {"files": {"files": {"secrets": "write"}}, "cluster": {"cluster": {"context": "prod", "clusterIdentifier": "prod"}}}
NAME = "configmap-coder-ca-certs"


def sections(target: str, checksum: str | None = DIGEST) -> dict[str, Any]:
    file = {"path": "certs/corp-ca.pem", "sha256": checksum} if checksum else {"path": "certs/corp-ca.pem"}
    return stack(kubernetes={"certs": {"files": [file]}}, target=TARGETS[target])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "certs").mkdir()
    shutil.copyfile(PEM, tmp_path / "certs" / "corp-ca.pem")
    return tmp_path


@pytest.mark.parametrize("target", ["files", "cluster"])
def test_the_config_map_holds_the_file_and_pods_wait_for_it(root: Path, target: str) -> None:
    done = run_stack(root, sections(target))
    assert (done.code, done.logged("ERROR")) == (0, [])

    made = done.resources[NAME]
    manifest = made.properties if target == "cluster" else made.properties["manifest"]
    assert (manifest["kind"], manifest["data"]) == ("ConfigMap", {"corp-ca.pem": PEM.read_text()})
    assert any(urn.endswith(f"::{NAME}") for urn in done.resources["deployment-coder"].request.dependencies)


def test_both_targets_get_the_same_object(root: Path) -> None:
    cluster, files = run_stack(root, sections("cluster")), run_stack(root, sections("files"))

    assert cluster.resources[NAME].properties == files.resources[NAME].properties["manifest"]


@pytest.mark.parametrize("target", ["files", "cluster"])
def test_a_file_that_changed_beside_the_stack_ends_the_program_before_anything_is_registered(root: Path, target: str) -> None:
    changed = PEM.read_bytes() + b"\n"
    (root / "certs" / "corp-ca.pem").write_bytes(changed)
    done = run_stack(root, sections(target))

    assert done.code != 0
    said = f"[K8S051] `certs/corp-ca.pem` has the SHA-256 {sha256(changed).hexdigest()}, and the stack says {DIGEST}"
    assert any(said in line for line in done.logged("ERROR"))
    assert [name for name in done.resources if name != "coder-dev"] == []


def test_a_checksum_that_is_missing_is_given_as_the_line_to_write(root: Path) -> None:
    done = run_stack(root, sections("files", None))

    assert any(f"write `- {{path: certs/corp-ca.pem, sha256: {DIGEST}}}`" in line for line in done.logged("ERROR"))
