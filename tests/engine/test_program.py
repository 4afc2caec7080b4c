"""The real program under the real CLI, from a stack file to files on disk."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from base64 import b64encode
from typing import TYPE_CHECKING

import pytest

from engine.killed import kill_with_descendants
from engine.project import ROOT, Project

if TYPE_CHECKING:
    from pathlib import Path

SMALL = """\
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
  coder:target:
    files:
      secrets: write
"""
OLD, NEW = "postgres://coder:old-canary@db.example.com/coder", "postgres://coder:new-canary@db.example.com/coder"


def encoded(text: str) -> str:
    return b64encode(text.encode()).decode()


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def set_secret(project: Project, value: str) -> None:
    project.run("config", "set", "--secret", "--path", "coder:deployment.pg_connection_url", value)


@pytest.fixture
def small(project: Project) -> Project:
    """A stack of the test's own, selected, with one secret."""
    project.write_stack("small", SMALL)
    project.init("small")
    set_secret(project, OLD)
    return project


@pytest.mark.parametrize("stack", ["dev", "production", "airgapped"])
def test_a_shipped_stack_is_written_as_render_writes_it_and_then_stays(project: Project, stack: str) -> None:
    project.init(stack)
    project.up("--skip-preview")
    project.up("--skip-preview", "--expect-no-changes")
    out = project.root / "out" / stack
    rendered = project.root / "rendered"
    command = [sys.executable, "-m", "codercfg.cli", "render", f"stacks/Pulumi.{stack}.yaml", "--out", str(rendered)]
    subprocess.run(command, cwd=project.root, env={**project.environ, "PYTHONPATH": str(ROOT / "infra")}, check=True, timeout=60)
    assert contents(out) == contents(rendered)
    assert {path.name: path.stat().st_mode for path in out.iterdir()} == {path.name: path.stat().st_mode for path in rendered.iterdir()}
    assert project.outputs()["files"] == [f"out/{stack}/{name}" for name in contents(out)]


def test_a_secret_of_the_stack_reaches_its_file_and_nothing_else(small: Project) -> None:
    printed = small.up().stdout
    assert f"CODER_PG_CONNECTION_URL: {encoded(OLD)}\n" in (small.root / "out/small/30-secret-coder.yaml").read_text()
    set_secret(small, NEW)
    planned = small.preview("--diff").stdout
    assert "~ CODER_PG_CONNECTION_URL: 1 => 2" in planned
    assert "~ codercfg/secret-coder:" in planned
    printed += planned + small.up().stdout + json.dumps([small.planned(), small.state(), small.outputs()])
    kept = "".join(path.read_text() for path in (small.root / "state").rglob("*") if path.is_file())
    assert f"CODER_PG_CONNECTION_URL: {encoded(NEW)}\n" in (small.root / "out/small/30-secret-coder.yaml").read_text()
    forms = [text[:20] for secret in (OLD, NEW) for text in (secret, encoded(secret))]
    assert [form for form in [*forms, "old-canary", "new-canary"] if form in printed + kept] == []


def test_an_option_that_changes_shows_as_its_variable(small: Project) -> None:
    small.up("--skip-preview")
    file = small.root / "stacks" / "Pulumi.small.yaml"
    file.write_text(file.read_text().replace("https://coder.example.com", "https://new.example.com"))
    planned = small.preview("--diff").stdout
    assert '"https://coder.example.com" => "https://new.example.com"' in " ".join(planned.split())
    assert "~ 1 to update" in planned


def test_errors_end_the_preview_and_the_update_with_nothing_written(small: Project) -> None:
    file = small.root / "stacks" / "Pulumi.small.yaml"
    file.write_text(file.read_text().replace("access_url", "acces_url"))
    for done in (small.preview(code=None), small.up("--skip-preview", code=None)):
        printed = done.stdout + done.stderr
        assert done.returncode != 0
        assert "error: stacks/Pulumi.small.yaml:" in printed
        assert "[STK024]" in printed
        assert "error in stacks/Pulumi.small.yaml: nothing was registered" in printed
        assert "Traceback" not in printed
    assert not (small.root / "out").exists()


def test_another_config_file_is_refused_unless_it_is_named(small: Project) -> None:
    other = small.root / "other.yaml"
    stack = small.root / "stacks" / "Pulumi.small.yaml"
    other.write_text(stack.read_text().replace("https://coder.example.com", "https://other.example.com"))
    refused = small.preview("--config-file", str(other), code=None)
    assert refused.returncode != 0
    assert "[PUL001] Pulumi passes another value of `coder:deployment.access_url` than this file holds" in refused.stdout
    small.run("preview", "--config-file", str(other), CODERCFG_STACK_FILE="other.yaml")


def test_an_update_that_was_killed_is_finished_by_the_next(small: Project) -> None:
    for moment in (0.4, 0.7, 0.9):
        command = [str(small.cli), "--non-interactive", "up", "--yes", "--skip-preview"]
        running = subprocess.Popen(
            command, cwd=small.root, env=small.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(moment)
        kill_with_descendants(running)
        small.run("cancel", "--yes", code=None)  # without a lock there is nothing to cancel
        for path in (small.root / "out").rglob("*.yaml"):
            assert path.read_text().startswith("# Generated by codercfg for the stack small")
    small.up("--skip-preview")
    small.up("--skip-preview", "--expect-no-changes")
    assert sorted(contents(small.root / "out/small")) == [path.rpartition("/")[2] for path in small.outputs()["files"]]
    small.destroy("--skip-preview")
    assert not (small.root / "out/small").exists()


def test_more_configuration_than_fits_is_explained_beforehand(small: Project) -> None:
    file = small.root / "stacks" / "Pulumi.small.yaml"
    note = f"  coder:kubernetes:\n    annotations:\n      note: {'x' * 131_000}\n"
    file.write_text(file.read_text().replace("config:\n", f"config:\n{note}"))
    assert small.preview(code=None).returncode != 0
    command = [sys.executable, "-m", "codercfg.cli", "check", str(file)]
    environ = {**small.environ, "PYTHONPATH": str(ROOT / "infra")}
    checked = subprocess.run(command, cwd=small.root, env=environ, capture_output=True, text=True, check=False, timeout=60)
    assert "bytes of configuration are more than the 131,057 that Pulumi can hand to the program" in checked.stdout
