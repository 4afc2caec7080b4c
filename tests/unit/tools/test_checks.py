from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.bootstrap import checks, control_plane, etcd, main, pulumi_cli, venv
from tools.bootstrap.failure import SetupError

if TYPE_CHECKING:
    from tools.bootstrap.paths import Paths


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Commands that were run; none is."""
    commands: list[str] = []
    monkeypatch.setattr(venv, "ensure", lambda _paths: None)
    monkeypatch.setattr(venv, "write_shim", lambda _paths, _cli: None)
    monkeypatch.setattr(control_plane.Program, "ensure", lambda _program, _paths: None)
    for tool in (etcd, pulumi_cli):
        monkeypatch.setattr(tool, "ensure", lambda _paths: None)

    def passing(_paths: Paths, command: tuple[str, ...]) -> int:
        commands.append(command[0])
        return 0

    monkeypatch.setattr(checks, "_module", passing)
    return commands


def no_go(_paths: Paths) -> None:
    raise SetupError("Go is not on PATH.", "install Go")


def test_all_levels_run_after_the_static_checks(paths: Paths, ran: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert checks.run_tests(paths) == 0
    assert ran == ["ruff", "ruff", "mypy", "pytest"]
    assert capsys.readouterr().err == ""


def test_a_tool_that_cannot_be_had_is_noted_and_the_rest_runs(
    paths: Paths, ran: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(etcd, "ensure", no_go)
    assert checks.run_tests(paths) == 0
    assert ran[-1] == "pytest"
    assert capsys.readouterr().err == "note: cluster tests cannot run: Go is not on PATH.\n  what to do: install Go\n"


def test_both_programs_of_the_control_plane_are_got(paths: Paths, ran: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(control_plane.Program, "ensure", lambda program, _paths: asked.append(program.name))
    assert checks.tools(paths) == 0
    assert asked == ["kube-apiserver", "kube-controller-manager"]
    assert ran == []


def test_getting_the_tools_fails_if_one_is_missing(
    paths: Paths, ran: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checks.tools(paths) == 0
    monkeypatch.setattr(pulumi_cli, "ensure", no_go)
    assert checks.tools(paths) == 1
    assert "error: engine tests cannot run: Go is not on PATH." in capsys.readouterr().err
    assert ran == []


def test_a_static_check_that_fails_ends_the_run_after_all_of_them(paths: Paths, ran: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_paths: Paths, command: tuple[str, ...]) -> int:
        ran.append(command[0])
        return 1

    monkeypatch.setattr(checks, "_module", failing)
    assert checks.run_tests(paths) == 1
    assert ran == ["ruff", "ruff", "mypy"]


def test_what_a_person_can_fix_has_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(venv, "ensure", no_go)
    assert main.main(["venv"]) == 1
    assert capsys.readouterr().err == "error: Go is not on PATH.\n  what to do: install Go\n"


def test_a_directory_that_cannot_be_written_has_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def read_only(_paths: Paths) -> None:
        raise PermissionError(13, "Permission denied", "/clone/.local")

    monkeypatch.setattr(venv, "ensure", read_only)
    assert main.main(["venv"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("error: Setting up failed: no permission to write ")
    assert "/clone/.local" in told


def test_ctrl_c_is_told_as_such(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_paths: Paths) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(venv, "ensure", interrupted)
    assert main.main(["venv"]) == 130
    assert "run the same command again" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["0", "1"], ["-1", "1"], ["x", "1"], ["", "1"], ["1", "abc"], ["1", "0"]])
def test_killing_no_update_is_refused_and_does_not_end_well(
    arguments: list[str], ran: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(["faults", *arguments])
    assert (ended.value.code, ran) == (2, [])
    assert "error: " in capsys.readouterr().err
