from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codercfg.component.project_root import ProjectRootError, project_root

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_the_folder_with_the_project_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Pulumi.yaml").touch()
    (tmp_path / "infra" / "deeper").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "infra" / "deeper")
    assert project_root() == tmp_path


def test_a_linked_program_belongs_to_the_project_that_links_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("real", "clone"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "Pulumi.yaml").touch()
    (tmp_path / "real" / "infra").mkdir()
    (tmp_path / "clone" / "infra").symlink_to(tmp_path / "real" / "infra")
    monkeypatch.chdir(tmp_path / "clone" / "infra")
    monkeypatch.setenv("PWD", str(tmp_path / "clone" / "infra"))
    assert project_root() == tmp_path / "clone"


@pytest.mark.parametrize("stale", ["/", "relative", "", "/no/such/folder"])
def test_a_stale_working_directory_variable_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stale: str) -> None:
    (tmp_path / "Pulumi.yaml").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PWD", stale)
    assert project_root() == tmp_path


def test_without_a_project_it_says_where_it_looked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ProjectRootError, match=f"no Pulumi.yaml in {tmp_path} or above it"):
        project_root()
