from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Any

import pytest

from codercfg.kubernetes_objects.manifest_text import header
from codercfg.kubernetes_objects.owned_file import ForeignFileError, OwnedFile

if TYPE_CHECKING:
    from pathlib import Path

SECRET = {"kind": "Secret", "metadata": {"name": "a"}, "data": {"KEY": "aHVudGVyMg=="}}


def file(path: Path, manifest: dict[str, Any] | None = None, stack: str = "dev") -> OwnedFile:
    return OwnedFile(path / "out" / "a.yaml", header(stack), manifest or {"kind": "Service"})


def test_a_file_is_written_with_its_folder_and_nothing_else_is_left(tmp_path: Path) -> None:
    owned = file(tmp_path)
    owned.write()
    assert owned.path.read_text() == f"{header('dev')}\nkind: Service\n"
    assert [entry.name for entry in owned.path.parent.iterdir()] == ["a.yaml"]
    assert stat.S_IMODE(owned.path.stat().st_mode) == 0o644


def test_a_secret_is_readable_by_its_owner_only_also_over_a_wider_file(tmp_path: Path) -> None:
    owned = file(tmp_path, SECRET)
    file(tmp_path).write()
    owned.write()
    assert stat.S_IMODE(owned.path.stat().st_mode) == 0o600
    assert owned.is_current()


def test_a_secret_that_others_may_read_is_not_current(tmp_path: Path) -> None:
    owned = file(tmp_path, SECRET)
    owned.write()
    owned.path.chmod(0o644)
    assert not owned.is_current()


def test_a_stricter_mode_is_left_alone(tmp_path: Path) -> None:
    owned = file(tmp_path)
    owned.write()
    owned.path.chmod(0o600)
    assert owned.is_current()


def test_a_missing_or_edited_file_is_not_current(tmp_path: Path) -> None:
    owned = file(tmp_path)
    assert owned.read() is None
    assert not owned.is_current()
    owned.write()
    owned.path.write_text(owned.text() + "# a remark\n")
    assert not owned.is_current()


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ("kind: Service\n", "was not written by codercfg"),
        ("", "was not written by codercfg"),
        (f"{header('production')}\n", "belongs to the stack production"),
    ],
)
def test_a_file_of_somebody_else_is_refused_and_never_deleted(tmp_path: Path, found: str, reason: str) -> None:
    owned = file(tmp_path)
    owned.path.parent.mkdir()
    owned.path.write_text(found)
    with pytest.raises(ForeignFileError, match=reason):
        owned.refuse_foreign()
    owned.delete()
    assert owned.path.read_text() == found


def test_a_directory_in_the_way_is_refused(tmp_path: Path) -> None:
    owned = file(tmp_path)
    owned.path.mkdir(parents=True)
    with pytest.raises(ForeignFileError, match=r"a\.yaml cannot be read: Is a directory; choose another directory"):
        owned.refuse_foreign()
    assert not owned.is_current()


def test_bytes_that_are_no_text_are_somebody_elses(tmp_path: Path) -> None:
    owned = file(tmp_path)
    owned.path.parent.mkdir()
    owned.path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ForeignFileError, match="not written by codercfg"):
        owned.refuse_foreign()


def test_our_own_file_is_accepted_even_when_edited(tmp_path: Path) -> None:
    owned = file(tmp_path)
    owned.refuse_foreign()
    owned.write()
    owned.path.write_text(owned.text() + "edited: true\n")
    owned.refuse_foreign()
    owned.write()
    assert owned.is_current()


def test_deleting_removes_the_folder_only_when_nothing_else_is_in_it(tmp_path: Path) -> None:
    owned = file(tmp_path)
    owned.write()
    (owned.path.parent / "kustomization.yaml").touch()
    owned.delete()
    assert [entry.name for entry in owned.path.parent.iterdir()] == ["kustomization.yaml"]
    (owned.path.parent / "kustomization.yaml").unlink()
    owned.write()
    owned.delete()
    assert not owned.path.parent.exists()
    owned.delete()


def test_a_secret_does_not_show_in_the_repr(tmp_path: Path) -> None:
    assert "aHVudGVyMg" not in repr(file(tmp_path, SECRET))
