"""Manifest files as the real engine sees them: what a preview shows, what the state keeps, what is left behind."""

from __future__ import annotations

import copy
import json
import stat
from typing import TYPE_CHECKING, Any

import pytest

from engine.manifest_files import ACCOUNT, DEPLOYMENT, ManifestFiles, secret

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW, OTHER, TYPED = "b2xkIGNhbmFyeSB2YWx1ZQ==", "bmV3IGNhbmFyeSB2YWx1ZQ==", "b3RoZXIgY2FuYXJ5IHZhbA==", "dHlwZWQgYnkgaGFuZCBjYW4="
NAMES = ["10-serviceaccount-coder.yaml", "30-secret-coder.yaml", "60-deployment-coder.yaml"]


def changed_deployment() -> dict[str, Any]:
    changed = copy.deepcopy(DEPLOYMENT)
    changed["spec"]["replicas"] = 3
    changed["spec"]["template"]["spec"]["containers"][0]["args"].append("--verbose")
    return changed


@pytest.fixture
def project(pulumi: Path, tmp_path: Path) -> ManifestFiles:
    """A project whose three objects are written."""
    written = ManifestFiles.with_objects(tmp_path / "project", pulumi, ACCOUNT, DEPLOYMENT, secret(KEY=OLD, OTHER=OTHER))
    written.up("--skip-preview")
    return written


def test_up_writes_the_files_and_a_second_one_changes_nothing(project: ManifestFiles) -> None:
    assert project.files() == NAMES
    assert stat.S_IMODE((project.out / NAMES[1]).stat().st_mode) == 0o600
    before = [(path.name, path.stat().st_mtime_ns) for path in project.out.iterdir()]
    assert "4 unchanged" in project.up("--expect-no-changes").stdout
    assert [(path.name, path.stat().st_mtime_ns) for path in project.out.iterdir()] == before


def test_a_preview_shows_fields_and_keys_but_no_secret(project: ManifestFiles) -> None:
    project.give(ACCOUNT, changed_deployment(), secret(KEY=NEW, OTHER=OTHER))
    shown = project.preview("--diff").stdout
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert "~ replicas: 1 => 3" in lines
    assert '+ [1]: "--verbose"' in lines
    assert "~ KEY: [secret] => [secret]" in lines
    assert "~ KEY: 1 => 2" in lines
    assert not [name for name in ("OTHER", "containerPort", "serviceaccount") if name in shown]
    assert "~ 2 to update" in lines
    assert not [value for value in (OLD, NEW, OTHER) if value in shown]


def test_no_event_holds_a_secret(project: ManifestFiles) -> None:
    project.give(secret(KEY=NEW, OTHER=OTHER))
    log = project.root / "events.json"
    project.run("up", "--yes", "--skip-preview", "--event-log", str(log), PULUMI_DEBUG_COMMANDS="true")
    events = log.read_text()
    assert '"KEY":2' in events
    assert not [value for value in (OLD, NEW, OTHER) if value in events]


def test_the_state_holds_no_secret_and_no_code_also_after_an_edit_by_hand(project: ManifestFiles) -> None:
    file = project.out / NAMES[1]
    file.write_text(
        file.read_text().replace(OTHER, NEW).replace("data:\n", f'data:\n  ADDED: "{TYPED}"\n') + f"stringData:\n  X: {TYPED}\n"
    )
    shown = project.refresh("--diff").stdout
    project.refresh()
    kept = project.everything_kept() + json.dumps(project.state()) + shown
    assert "~ OTHER: [secret] => [secret]" in shown.replace("OTHER :", "OTHER:")
    assert "~ OTHER: 1 => 2" in shown.replace("OTHER :", "OTHER:")
    assert '+ ADDED: "(added by hand)"' in shown.replace("ADDED :", "ADDED:")
    assert not [value for value in (OLD, NEW, OTHER, TYPED) if value in kept]
    providers = {
        resource["inputs"]["__provider"] for resource in project.state()["deployment"]["resources"] if "ManifestFile" in resource["type"]
    }
    assert len(providers) == 1
    assert len(providers.pop()) < 150


def test_refresh_sees_edits_and_deletions_and_the_next_up_puts_them_right(project: ManifestFiles) -> None:
    deployment, account = project.out / NAMES[2], project.out / NAMES[0]
    before = deployment.read_text()
    deployment.write_text(before.replace("replicas: 1", "replicas: 9"))
    account.unlink()
    seen = project.refresh("--diff").stdout
    assert "~ replicas: 1 => 9" in seen
    files = [resource["outputs"]["file"] for resource in project.state()["deployment"]["resources"] if "ManifestFile" in resource["type"]]
    assert sorted(files) == ["as written", "edited by hand"]
    assert "- 1 deleted" in seen
    planned = project.preview("--diff").stdout
    assert "~ replicas: 9 => 1" in planned
    assert "+ 1 to create" in planned
    project.up("--skip-preview")
    assert deployment.read_text() == before
    assert project.files() == NAMES
    project.up("--expect-no-changes")


def test_up_puts_right_what_was_changed_by_hand_without_a_refresh_too(project: ManifestFiles) -> None:
    before = [path.read_text() for path in sorted(project.out.iterdir())]
    (project.out / NAMES[2]).unlink()
    (project.out / NAMES[0]).write_text(before[0] + "# a remark\n")
    (project.out / NAMES[1]).chmod(0o644)
    assert "~ 3 updated" in project.up().stdout
    assert [path.read_text() for path in sorted(project.out.iterdir())] == before
    assert stat.S_IMODE((project.out / NAMES[1]).stat().st_mode) == 0o600


def test_an_object_that_goes_takes_its_file_along_and_destroy_the_rest(project: ManifestFiles) -> None:
    project.give(ACCOUNT, DEPLOYMENT)
    assert "- 1 deleted" in project.up("--skip-preview").stdout
    assert project.files() == [NAMES[0], NAMES[2]]
    (project.out / "kustomization.yaml").write_text("theirs")
    project.destroy("--skip-preview")
    assert project.files() == ["kustomization.yaml"]


def test_destroy_leaves_no_folder_and_does_not_mind_missing_files(project: ManifestFiles) -> None:
    (project.out / NAMES[0]).unlink()
    project.destroy("--skip-preview")
    assert not project.out.exists()


def test_a_file_of_somebody_else_stops_the_preview_and_stays(pulumi: Path, tmp_path: Path) -> None:
    project = ManifestFiles.with_objects(tmp_path / "project", pulumi, ACCOUNT, DEPLOYMENT)
    project.out.mkdir(parents=True)
    (project.out / NAMES[2]).write_text("theirs")
    refused = project.preview(code=None)
    assert refused.returncode != 0
    assert "60-deployment-coder.yaml exists and was not written by codercfg; move it away" in refused.stdout + refused.stderr
    assert project.up("--skip-preview", code=None).returncode != 0
    assert (project.out / NAMES[2]).read_text() == "theirs"


def test_a_moved_clone_sees_the_same_files(project: ManifestFiles, tmp_path: Path) -> None:
    moved = ManifestFiles(tmp_path / "moved", project.cli, project.environ)
    project.root.rename(moved.root)
    (tmp_path / "project").mkdir()
    (moved.root / "state").rename(tmp_path / "project" / "state")
    assert "4 unchanged" in moved.up("--expect-no-changes", "--stack", "dev").stdout
    moved.destroy("--skip-preview", "--stack", "dev")
    assert moved.files() == []


def test_a_directory_that_cannot_be_written_is_named_and_the_next_up_goes_on(project: ManifestFiles) -> None:
    (project.root / "out2").write_text("a file where the folder belongs")
    program = project.root / "infra" / "__main__.py"
    program.write_text(program.read_text().replace("out/dev", "out2/dev"))
    failed = project.up("--skip-preview", code=None)
    assert failed.returncode != 0
    assert "out2/dev" in failed.stdout + failed.stderr
    assert not [value for value in (OLD, OTHER) if value in failed.stdout + failed.stderr]
    assert project.files() == NAMES
    (project.root / "out2").unlink()
    project.up("--skip-preview")
    assert sorted(path.name for path in (project.root / "out2" / "dev").iterdir()) == NAMES
    assert not project.out.exists()
