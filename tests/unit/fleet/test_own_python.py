"""When our helper may run a program in the CLI's place."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from codercfg.fleet.own_python import runs_here
from codercfg.fleet.project import Project, ProjectError

OURS = Path(sys.executable).parent
PACKAGE = Path(__file__).parents[3] / "infra" / "codercfg"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "infra").mkdir()
    (tmp_path / "Pulumi.yaml").write_text("name: coder\nruntime: python\nmain: infra\nstackConfigDir: stacks\n")
    return Project.around(tmp_path / "infra")


def path(*folders: Path) -> dict[str, str]:
    return {"PATH": ":".join(map(str, folders))}


def other_python(folder: Path) -> Path:
    folder.mkdir()
    (folder / "python3").symlink_to(sys.executable)
    return folder


def test_the_first_python_on_the_path_has_to_be_ours(project: Project, tmp_path: Path) -> None:
    other = other_python(tmp_path / "bin")

    assert runs_here(project, path(OURS, other))
    assert not runs_here(project, path(other, OURS))
    assert not runs_here(project, path(tmp_path / "nothing"))


def test_a_codercfg_beside_the_program_has_to_be_ours(project: Project) -> None:
    beside = project.program / "codercfg"
    beside.symlink_to(PACKAGE, target_is_directory=True)
    assert runs_here(project, path(OURS))

    beside.unlink()
    beside.mkdir()
    assert not runs_here(project, path(OURS))


def test_options_of_the_runtime_mean_another_python(project: Project) -> None:
    assert not runs_here(replace(project, plain=False), path(OURS))


@pytest.mark.parametrize(
    ("runtime", "plain"),
    [("python", True), ("{name: python}", True), ("{name: python, options: {virtualenv: venv}}", False), ("nodejs", False), ("[]", False)],
)
def test_a_runtime_is_plain_without_options(tmp_path: Path, runtime: str, *, plain: bool) -> None:
    (tmp_path / "Pulumi.yaml").write_text(f"name: coder\nruntime: {runtime}\n")
    assert Project.around(tmp_path).plain is plain


@pytest.mark.parametrize("text", ["[]", "{", "\x00", "just text"])
def test_a_project_file_that_says_nothing_is_one_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "Pulumi.yaml").write_text(text)
    with pytest.raises(ProjectError, match=r"Pulumi\.yaml (cannot be read as|is no) "):
        Project.around(tmp_path)


def test_a_folder_without_a_project_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="does not lie in a Pulumi project"):
        Project.around(tmp_path)
