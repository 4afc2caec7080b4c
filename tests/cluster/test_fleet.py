"""`codercfg fleet preview` of a stack that lives in a cluster."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from engine.project import ROOT

if TYPE_CHECKING:
    from cluster.cluster_project import ClusterProject

ROTATED = "postgres://coder:rotated-canary@db.example.com/coder"


def fleet(project: ClusterProject, *arguments: str) -> str:
    command = [sys.executable, "-m", "codercfg.cli", "fleet", "preview", "test", *arguments]
    path = f"{project.cli.parent}:{project.environ['PATH']}"
    environ = {**project.environ, "PATH": path, "PYTHONPATH": str(ROOT / "infra")}
    done = subprocess.run(command, cwd=project.root, env=environ, capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_live_stack_is_told_apart_from_one_that_changes(cluster_project: ClusterProject) -> None:
    project = cluster_project
    project.up("--skip-preview")
    assert fleet(project, "--expect-no-changes").startswith("test  no change")

    project.write(deployment={"access_url": "https://code.example.com"})
    project.set_secret("coder:deployment.pg_connection_url", ROTATED)
    text, document = fleet(project), json.loads(fleet(project, "--format", "json"))

    assert text.startswith("test  rolls pods: 2 to update\n")
    assert "~ CODER_ACCESS_URL (access_url): https://coder.example.com => https://code.example.com\n" in text
    assert "    ~ Secret coder\n        ~ CODER_PG_CONNECTION_URL: secret changed\n" in text
    assert "canary" not in text + json.dumps(document)
    assert [item["kind"] for item in document["stacks"][0]["objects"]] == ["Deployment", "Secret"]
