"""What the real engine tells us about an object that could not be applied, and what we make of it."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

import pytest

from engine.manifest_files import ManifestFiles
from engine.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CANARY = "hunter22-canary"
ENCODED = b64encode(CANARY.encode()).decode()
PROGRAM = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(ROOT / "infra")!r})
import pulumi
from pulumi.dynamic import CreateResult, Resource, ResourceProvider, UpdateResult
from codercfg.component.failure_hook import FailureHook
from codercfg.values.secret import SecretText

class Cluster(ResourceProvider):
    serialize_as_secret_always = False
    def create(self, props):
        return self._made(props) or CreateResult("x", props)
    def update(self, _id, _olds, props):
        return self._made(props) or UpdateResult(props)
    def delete(self, _id, props):
        self._made(props)
    def _made(self, props):
        if Path("../answer").exists():
            raise Exception(Path("../answer").read_text())

class Object(Resource):
    pass

failures = FailureHook({{"token": SecretText({CANARY!r})}})
if not Path("../gone").exists():
    for name in ("deployment-coder", "service-coder"):
        options = pulumi.ResourceOptions(hooks=failures.binding(name, name.replace("-", " coder/")))
        Object(Cluster(), name, {{"text": Path("../text").read_text()}}, options)
"""


@pytest.fixture
def project(pulumi: Path, tmp_path: Path) -> ManifestFiles:
    made = ManifestFiles.with_program(tmp_path / "project", pulumi, PROGRAM)
    (made.root / "text").write_text("first")
    return made


def failed(project: ManifestFiles, answer: str, *command: str) -> str:
    (project.root / "answer").write_text(answer)
    done = project.run(*command, "--yes", "--skip-preview", code=None)
    assert done.returncode not in {0, None}
    (project.root / "answer").unlink()
    return done.stdout


def test_each_object_that_fails_is_explained_once(project: ManifestFiles) -> None:
    answer = 'deployments.apps is forbidden: User "ci" cannot create resource "deployments" in API group "apps" in the namespace "coder"'
    printed = failed(project, answer, "up").partition("Diagnostics:")[2]
    for object_ in ("deployment coder/coder", "service coder/coder"):
        assert printed.count(f"[PUL021] {object_} could not be created: the user may not do that (403)") == 1
    assert printed.count("missing: `create` on `deployments.apps` for the user `ci`") == 2
    assert "retrying" not in printed
    project.up("--skip-preview")


def test_updates_and_deletions_are_explained_too(project: ManifestFiles) -> None:
    project.up("--skip-preview")
    (project.root / "text").write_text("second")
    assert "[PUL032] service coder/coder could not be updated" in failed(project, "etcdserver: request timed out", "up")
    (project.root / "gone").touch()
    assert "[PUL020] service-coder could not be deleted" in failed(project, "Unauthorized", "up")
    project.up("--skip-preview")


def test_our_words_repeat_no_secret_that_an_answer_quotes(project: ManifestFiles) -> None:
    printed = failed(project, f'Secret "coder" is invalid: data[KEY]: Invalid value: "{CANARY}" and "{ENCODED}"', "up")
    ours = [line for line in printed.splitlines() if "= said:" in line]
    assert ours
    assert all('Invalid value: "[secret]" and "[secret]"' in line for line in ours)


def test_hooks_stand_in_the_way_of_no_other_command(project: ManifestFiles) -> None:
    project.up("--skip-preview")
    project.refresh("--skip-preview")
    assert "Unauthorized" in failed(project, "Unauthorized", "destroy")
    project.destroy("--skip-preview")
