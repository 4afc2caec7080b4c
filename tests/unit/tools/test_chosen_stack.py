from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap.chosen_stack import chosen_stack

if TYPE_CHECKING:
    from tools.bootstrap.paths import Paths


def select(paths: Paths, content: str) -> None:
    folder = paths.pulumi_home / "workspaces"
    folder.mkdir(parents=True)
    (folder / "coder-0a-workspace.json").write_text(content)


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
    assert chosen_stack(arguments, {}, paths) == name


def test_the_environment_wins_over_the_selection(paths: Paths) -> None:
    select(paths, json.dumps({"stacks": {paths.backend.as_uri(): "selected"}}))
    assert chosen_stack(["up"], {"PULUMI_STACK": "theirs"}, paths) == "theirs"


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"stacks": {}}', '{"stacks": 1}'])
def test_without_a_selection_there_is_none(paths: Paths, content: str) -> None:
    assert chosen_stack(["up"], {}, paths) == ""
    select(paths, content)
    assert chosen_stack(["up"], {}, paths) == ""
