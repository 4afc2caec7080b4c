from __future__ import annotations

import base64
import errno
import os
import stat
from typing import TYPE_CHECKING, Any

import pytest
from pulumi.dynamic.dynamic import serialize_provider

from codercfg.component import manifest_file
from codercfg.component.file_failure import FileFailureError
from codercfg.component.manifest_file import ManifestFileProvider
from codercfg.kubernetes_objects.manifest_text import header
from codercfg.kubernetes_objects.owned_file import ForeignFileError

if TYPE_CHECKING:
    from pathlib import Path

PROVIDER = ManifestFileProvider()
SERVICE = {"kind": "Service", "spec": {"ports": [{"port": 80.0}]}}  # numbers come from the engine as floats


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    next_process(monkeypatch)
    (tmp_path / "Pulumi.yaml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def next_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command of the CLI has a provider of its own."""
    monkeypatch.setattr(manifest_file, "_wanted", set())


def props(manifest: dict[str, Any] | None = None, path: str = "out/a.yaml") -> dict[str, Any]:
    return {"path": path, "header": header("dev"), "manifest": manifest or SERVICE}


def created(manifest: dict[str, Any] | None = None) -> dict[str, Any]:
    outs = PROVIDER.create(PROVIDER.check({}, props(manifest)).inputs).outs
    assert outs is not None
    return outs


def test_creating_writes_the_file_with_whole_numbers(project: Path) -> None:
    outs = created()
    assert (project / "out/a.yaml").read_text() == f"{header('dev')}\nkind: Service\nspec:\n  ports:\n  - port: 80\n"
    assert outs == {**props(), "file": "as written"}


def test_nothing_changes_while_the_file_is_as_written() -> None:
    answer = PROVIDER.diff("", created(), props())
    assert (answer.changes, answer.replaces) == (False, [])


def test_a_missing_or_edited_file_is_a_change_although_the_state_knows_nothing_of_it(project: Path) -> None:
    outs = created()
    (project / "out/a.yaml").write_text(f"{header('dev')}\nkind: Other\n")
    assert PROVIDER.diff("", outs, props()).changes is True
    (project / "out/a.yaml").unlink()
    assert PROVIDER.diff("", outs, props()).changes is True


def test_another_path_is_another_file(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outs = created()
    next_process(monkeypatch)
    answer = PROVIDER.diff("", outs, props(path="elsewhere/a.yaml"))
    assert (answer.changes, answer.replaces) == (True, ["path"])
    PROVIDER.delete("", outs)
    assert not (project / "out").exists()


def test_a_file_that_moved_away_and_back_stays(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outs = created()  # moved away by an update that was killed before it deleted this one: the state still has it, to be deleted
    next_process(monkeypatch)
    PROVIDER.check({}, props())
    PROVIDER.create(props())
    PROVIDER.delete("", outs)
    assert (project / "out/a.yaml").is_file()
    next_process(monkeypatch)
    PROVIDER.delete("", outs)
    assert not (project / "out").exists()


def test_an_absolute_path_is_taken_as_it_is(tmp_path: Path) -> None:
    PROVIDER.create(props(path=str(tmp_path / "absolute" / "a.yaml")))
    assert (tmp_path / "absolute" / "a.yaml").is_file()


def test_a_full_disk_is_explained_and_the_old_file_stays(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outs = created()

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        FileFailureError, match=r"^out/a\.yaml cannot be written: No space left on device; what was there is untouched\. Free"
    ):
        PROVIDER.update("", outs, props({"kind": "Other"}))
    assert "kind: Service" in (project / "out/a.yaml").read_text()
    assert len(list((project / "out").iterdir())) == 1


def test_a_file_that_cannot_be_removed_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outs = created()

    def refuse(_path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(errno.EACCES, f"Permission denied, {missing_ok}")

    next_process(monkeypatch)
    monkeypatch.setattr(type(project), "unlink", refuse)
    with pytest.raises(FileFailureError, match=r"^out/a\.yaml cannot be removed: Permission denied.* Make its directory writable for you"):
        PROVIDER.delete("", outs)


def test_what_a_killed_writer_left_goes_with_the_next_check(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outs = created()
    half = project / "out" / ".a.yaml.99999999.tmp"
    half.write_text("half a secret")
    PROVIDER.check(outs, props())
    assert not half.exists()
    half.write_text("half a secret")
    next_process(monkeypatch)
    PROVIDER.delete("", outs)
    assert not (project / "out").exists()


def test_a_file_of_somebody_else_fails_the_check_and_the_creation(project: Path) -> None:
    (project / "out").mkdir()
    (project / "out/a.yaml").write_text("theirs")
    failures = PROVIDER.check({}, props()).failures
    assert [(failure.property, failure.reason) for failure in failures] == [
        ("path", f"{project}/out/a.yaml exists and was not written by codercfg; move it away or choose another directory")
    ]
    with pytest.raises(ForeignFileError):
        PROVIDER.create(props())
    with pytest.raises(ForeignFileError):
        PROVIDER.update("", props(), props())
    assert (project / "out/a.yaml").read_text() == "theirs"


def test_outside_a_project_the_check_says_so(project: Path) -> None:
    (project / "Pulumi.yaml").unlink()
    assert PROVIDER.check({}, props()).failures[0].reason == f"no Pulumi.yaml in {project} or above it"


def test_reading_a_file_that_is_gone_says_that_the_resource_is(project: Path) -> None:
    outs = created()
    (project / "out/a.yaml").unlink()
    answer = PROVIDER.read("out/a.yaml", outs)
    assert (answer.id, answer.outs) == ("", {})


def test_reading_an_edited_file_gives_what_it_holds_as_inputs_too(project: Path) -> None:
    outs = created()
    (project / "out/a.yaml").write_text(f"{header('dev')}\nkind: Service\nspec: {{}}\n")
    answer = PROVIDER.read("out/a.yaml", outs)
    assert answer.outs == {**outs, "manifest": {"kind": "Service", "spec": {}}, "file": "edited by hand"}
    assert answer.inputs == {**props(), "manifest": {"kind": "Service", "spec": {}}}


def test_an_edit_stays_an_edit_until_the_file_is_written_anew(project: Path) -> None:
    outs = created()
    (project / "out/a.yaml").write_text(f"{header('dev')}\nkind: Service\n")
    seen = PROVIDER.read("out/a.yaml", outs).outs
    assert seen is not None
    again = PROVIDER.read("out/a.yaml", seen).outs
    assert again == seen
    assert PROVIDER.diff("", seen, props()).changes is True
    assert PROVIDER.update("", seen, props()).outs == {**props(), "file": "as written"}
    assert PROVIDER.diff("", outs, props()).changes is False


def test_a_rotated_value_shows_by_its_key(project: Path) -> None:
    old = {"kind": "Secret", "data": {"A": "b2xk", "B": "c2FtZQ=="}}
    new = {"kind": "Secret", "data": {"A": "bmV3", "B": "c2FtZQ=="}}
    outs = created(old)
    assert outs["revisions"] == {"A": 1, "B": 1}
    assert stat.S_IMODE((project / "out/a.yaml").stat().st_mode) == 0o600
    assert PROVIDER.check(outs, props(new)).inputs["revisions"] == {"A": 2, "B": 1}


def test_the_state_holds_a_reference_to_the_class_and_no_code() -> None:
    pickled = base64.b64decode(serialize_provider(PROVIDER))
    assert b"codercfg.component.manifest_file" in pickled
    assert len(pickled) < 100
    assert ManifestFileProvider.serialize_as_secret_always is False
