from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.bootstrap import pulumi_cli, up, venv
from tools.bootstrap.failure import SetupError

if TYPE_CHECKING:
    from pathlib import Path

    from tools.bootstrap.paths import Paths

    from unit.tools.conftest import AddProgram


@pytest.fixture
def clone(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> Paths:
    (paths.stacks / "Pulumi.dev.yaml").touch()
    (paths.stacks / "Pulumi.production.yaml").touch()
    paths.shim.parent.mkdir(parents=True)
    monkeypatch.setattr(venv, "ensure", lambda _paths: None)
    monkeypatch.setattr(venv, "write_shim", lambda _paths, _cli: None)
    monkeypatch.setattr(pulumi_cli, "ensure", lambda paths: paths.shim)
    return paths


@pytest.mark.parametrize("stack", ["staging", "../dev", "", "a/b", "dev\n"])
def test_a_stack_without_a_file_is_refused_with_those_there_are(clone: Paths, stack: str) -> None:
    with pytest.raises(SetupError, match="There is no stack file") as caught:
        up.up(clone, stack)
    assert caught.value.remedy == "choose one of: dev, production; as in `make up STACK=dev`"


def test_the_stack_is_selected_brought_up_and_summed_up(clone: Paths, add_program: AddProgram, capfd: pytest.CaptureFixture[str]) -> None:
    add_program(
        "pulumi",
        """case "$*" in *output*) echo '{"files": ["out/dev/01-a.yaml", "out/dev/02-b.yaml"]}';; *) echo "ran: $*";; esac""",
        clone.shim.parent,
    )
    assert up.up(clone, "dev") == 0
    told = capfd.readouterr().out
    assert f"ran: --cwd {clone.root} stack select --create dev\n" in told
    assert f"ran: --cwd {clone.root} up --yes --stack dev\n" in told
    assert "Written, 2 manifests:\n  out/dev/01-a.yaml\n  out/dev/02-b.yaml\n" in told
    assert "kubectl apply -f out/dev" in told


def test_a_failed_update_ends_with_its_exit_code(clone: Paths, add_program: AddProgram, capfd: pytest.CaptureFixture[str]) -> None:
    add_program("pulumi", 'case "$*" in *"up --yes"*) exit 7;; esac', clone.shim.parent)
    assert up.up(clone, "dev") == 7
    assert "Next:" not in capfd.readouterr().out


@pytest.mark.parametrize("answer", ["", "[]", "{}"])
def test_outputs_without_files_make_a_shorter_summary(clone: Paths, add_program: AddProgram, answer: str) -> None:
    add_program("pulumi", f"echo '{answer}'", clone.shim.parent)
    told = up.summary("dev", up.outputs(clone, "dev"))
    assert told.startswith("\nDone.\n\nNext:\n")
    assert [line.split()[0] for line in told.partition("Next:\n")[2].splitlines()] == [".", "pulumi", "codercfg"]


def test_three_next_commands_name_the_stack(tmp_path: Path) -> None:
    told = up.summary("production", {"files": [str(tmp_path / "x.yaml")]})
    assert "stacks/Pulumi.production.yaml" in told
    assert len(told.partition("Next:\n")[2].splitlines()) == 3
