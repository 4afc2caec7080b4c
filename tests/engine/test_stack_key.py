"""The key of a stack's fingerprints, with the real engine."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from engine.manifest_files import ManifestFiles
from engine.project import ROOT, Project

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = f"""
import sys
sys.path.insert(0, {str(ROOT / "infra")!r})
import pulumi
from hashlib import sha256
from codercfg.component.stack_key import StackKey

key = StackKey("fingerprint-key", "dev").key
pulumi.export("key", key)
pulumi.export("digest", pulumi.Output.unsecret(key.apply(lambda text: sha256(text.encode()).hexdigest())))
"""


def test_the_key_is_made_once_and_stays_encrypted(pulumi: Path, tmp_path: Path) -> None:
    project = ManifestFiles.with_program(tmp_path / "project", pulumi, PROGRAM)
    project.up("--skip-preview")
    first = project.outputs()
    project.up("--skip-preview", "--expect-no-changes")
    project.refresh()
    assert project.outputs() == first
    assert first["key"] == "[secret]"
    shown: dict[str, str] = json.loads(project.run("stack", "output", "--json", "--show-secrets").stdout)
    assert len(bytes.fromhex(shown["key"])) == 32
    assert shown["key"] not in project.everything_kept()


STACK = """\
config:
  coder:release: "2.33.1"
  coder:deployment: {access_url: https://coder.example.com}
  coder:target: {files: {secrets: write}}
"""


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def rendered(project: Project) -> dict[str, str]:
    command = [sys.executable, "-m", "codercfg.cli", "render", "--open", "small", "--out", "rendered"]
    environ = {**project.environ, "PYTHONPATH": str(ROOT / "infra")}
    subprocess.run(command, cwd=project.root, env=environ, check=True, timeout=60, stdout=subprocess.DEVNULL)
    return contents(project.root / "rendered")


def test_another_clone_of_the_stack_rolls_no_pod_and_renders_the_same(project: Project, tmp_path: Path) -> None:
    project.write_stack("small", STACK)
    project.init("small")
    project.run("config", "set", "--secret", "--path", "coder:deployment.pg_connection_url", "postgres://coder:canary@db/coder")
    (project.root / ".codercfg" / "small").mkdir(parents=True)
    key = project.root / ".codercfg" / "small" / "fingerprint-key"
    key.write_text("0123456789abcdef" * 4)
    key.chmod(0o600)  # of this clone alone: nobody could derive it
    project.up("--skip-preview")
    first = contents(project.root / "out/small")
    assert re.search('codercfg/secret-coder: "?[0-9a-f]{32}', first["60-deployment-coder.yaml"])

    clone = Project.create(tmp_path / "clone", project.cli)
    shared = Project(clone.root, clone.cli, {**clone.environ, "PULUMI_BACKEND_URL": project.environ["PULUMI_BACKEND_URL"]})
    shutil.copyfile(project.root / "stacks/Pulumi.small.yaml", shared.root / "stacks/Pulumi.small.yaml")
    shutil.copytree(project.root / "out", shared.root / "out")
    shared.run("stack", "select", "small")
    shared.up("--skip-preview", "--expect-no-changes")
    assert rendered(shared) == rendered(project) == first


def test_a_clone_without_state_renders_the_same_when_it_has_the_passphrase(project: Project, tmp_path: Path) -> None:
    project.write_stack("small", STACK)
    project.init("small")
    project.run("config", "set", "--secret", "--path", "coder:deployment.pg_connection_url", "postgres://coder:canary@db/coder")
    project.up("--skip-preview")
    elsewhere = Project.create(tmp_path / "clone", project.cli)
    shutil.copyfile(project.root / "stacks/Pulumi.small.yaml", elsewhere.root / "stacks/Pulumi.small.yaml")
    assert rendered(elsewhere) == contents(project.root / "out/small")
