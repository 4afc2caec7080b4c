from __future__ import annotations

import json
import pwd
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap.chosen_stack import chosen_stack

if TYPE_CHECKING:
    from pathlib import Path

    from tools.bootstrap.paths import Paths


def select(paths: Paths, content: str, home: Path | None = None) -> None:
    folder = (home or paths.pulumi_home) / "workspaces"
    folder.mkdir(parents=True)
    (folder / "coder-0a-workspace.json").write_text(content)


def usual(paths: Paths) -> dict[str, str]:
    return {"PULUMI_HOME": str(paths.pulumi_home)}


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["up", "--stack", "dev"], "dev"),
        (["up", "-s", "organization/coder/dev", "--yes"], "dev"),
        (["--stack=dev", "up"], "dev"),
        (["up", "-sdev", "--yes"], "dev"),
        (["up", "-s=dev"], "dev"),
        (["up", "--skip-preview"], "selected"),
        (["up", "--stack"], "selected"),
        (["up"], "selected"),
    ],
)
def test_the_stack_is_named_or_selected(paths: Paths, arguments: list[str], name: str) -> None:
    select(paths, json.dumps({"stacks": {paths.backend.as_uri(): "organization/coder/selected", "https://api.example.com": "other"}}))
    assert chosen_stack(arguments, usual(paths), paths) == name


def test_the_environment_wins_over_the_selection(paths: Paths) -> None:
    select(paths, json.dumps({"stacks": {paths.backend.as_uri(): "selected"}}))
    assert chosen_stack(["up"], usual(paths) | {"PULUMI_STACK": "theirs"}, paths) == "theirs"


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"stacks": {}}', '{"stacks": 1}'])
def test_without_a_selection_there_is_none(paths: Paths, content: str) -> None:
    assert chosen_stack(["up"], usual(paths), paths) == ""
    select(paths, content)
    assert chosen_stack(["up"], usual(paths), paths) == ""


def test_a_home_of_ones_own_has_its_own_selection(paths: Paths, tmp_path: Path) -> None:
    select(paths, json.dumps({"stacks": {paths.backend.as_uri(): "usual"}}))
    select(paths, json.dumps({"stacks": {paths.backend.as_uri(): "own"}}), tmp_path / "own")
    assert chosen_stack(["up"], {"PULUMI_HOME": str(tmp_path / "own")}, paths) == "own"


def test_without_a_home_in_the_environment_it_is_that_of_the_account(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    account = pwd.struct_passwd(("me", "x", 1, 1, "", str(tmp_path / "account"), ""))
    monkeypatch.setattr(pwd, "getpwuid", lambda _uid: account)
    for name in ("account", "elsewhere"):
        select(paths, json.dumps({"stacks": {paths.backend.as_uri(): name}}), tmp_path / name / ".pulumi")
    assert chosen_stack(["up"], {"HOME": str(tmp_path / "elsewhere")}, paths) == "account"
