"""A stack that Pulumi brought up, then changed by hand: what the next preview and `codercfg drift` say."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from canaries import leaks
from cluster.processes import free_ports

if TYPE_CHECKING:
    from collections.abc import Callable

    from cluster.cluster_project import ClusterProject

CANARY = "canary-by-hand-90c4a1"
ADDED = "the variable `HANDMADE`, which this stack does not set: `kubectl-set` added it"


@pytest.fixture(scope="module")
def project(new_cluster_project: Callable[[str], ClusterProject]) -> ClusterProject:
    """A stack that is up."""
    made = new_cluster_project("by-hand")
    made.up("--skip-preview")
    return made


def drift(project: ClusterProject, *arguments: str) -> tuple[int, str]:
    program = [sys.executable, "-m", "codercfg.cli", "drift", str(project.stack_file), *arguments]
    done = subprocess.run(program, env=project.environ, cwd=project.root, capture_output=True, text=True, timeout=120, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_what_pulumi_brought_up_does_not_differ(project: ClusterProject) -> None:
    done = project.preview("--expect-no-changes")
    assert "CLU0" not in done.stdout + done.stderr
    code, text = drift(project, "--open")
    assert (code, text.splitlines()[-1]) == (0, "no difference")


def test_a_change_by_hand_is_said_where_pulumi_says_unchanged(project: ClusterProject) -> None:
    entry = {"name": "HANDMADE", "value": CANARY}
    spec = {"template": {"spec": {"containers": [{"name": "coder", "env": [entry]}]}}}
    change: dict[str, Any] = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "coder", "namespace": project.namespace}}
    assert project.api.apply({**change, "spec": spec}, manager="kubectl-set").status == 200

    done = project.preview("--expect-no-changes")
    assert f"[CLU010] the live Deployment coder has {ADDED}" in done.stdout + done.stderr
    code, text = drift(project, "--format", "json")
    assert code == 1
    assert [(item["place"], item["how"], item["owners"]) for item in json.loads(text)["changes"]] == [
        ("HANDMADE", "added", ["kubectl-set"])
    ]
    assert leaks([CANARY], {"preview": done.stdout + done.stderr, "drift": text}) == []


def test_a_secret_changed_by_hand_is_told_by_its_key(project: ClusterProject) -> None:
    secret = project.live("v1", "Secret")
    path = project.api.path_of(secret)
    answer = project.api.request("PUT", f"{path}?fieldManager=kubectl-edit", {**secret, "data": {"CODER_PG_CONNECTION_URL": "Y2FuYXJ5"}})
    assert answer.status == 200, answer.body
    code, text = drift(project, "--open")
    assert code == 1
    assert "Secret coder\n  key CODER_PG_CONNECTION_URL differs, by kubectl-edit\n" in text


def test_a_preview_that_reaches_no_cluster_says_what_that_means(project: ClusterProject, tmp_path: Path) -> None:
    kubeconfig = json.loads(Path(project.sections["target"]["cluster"]["kubeconfig"]).read_text(encoding="utf-8"))
    kubeconfig["clusters"][0]["cluster"]["server"] = nobody = f"https://127.0.0.1:{free_ports(1)[0]}"
    (tmp_path / "kubeconfig").write_text(json.dumps(kubeconfig), encoding="utf-8")
    project.write(target={"cluster": {"kubeconfig": str(tmp_path / "kubeconfig")}})
    done = project.preview()
    project.write()
    said = done.stdout + done.stderr
    assert f"[CLU003] the cluster of context `test` ({nobody}) was not looked at: nothing listens there" in said
    assert "= why: a preview then reports as unchanged whatever it cannot look at" in said
    assert "CLU010" not in said
