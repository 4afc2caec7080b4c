"""A stack that Pulumi brought up, then changed by hand: what the next preview and `codercfg drift` say."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from canaries import leaks

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
