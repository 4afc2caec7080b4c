"""Every model is frozen, closed and silent about its input; nothing in it reads the world."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import codercfg.models.root
from codercfg.options.group import Group

MODELS = Path(codercfg.models.root.__file__).parent


def groups(model: type[Group]) -> list[type[Group]]:
    return [sub for direct in model.__subclasses__() for sub in (direct, *groups(direct))]


@pytest.mark.parametrize("model", groups(Group), ids=lambda model: model.__name__)
def test_a_group_is_frozen_closed_and_hides_its_input(model: type[Group]) -> None:
    assert model.model_config["frozen"] is True
    assert model.model_config["extra"] == "forbid"
    assert model.model_config["hide_input_in_errors"] is True


@pytest.mark.parametrize("path", sorted(MODELS.rglob("*.py")), ids=lambda path: str(path.relative_to(MODELS)))
def test_a_model_file_reads_neither_environment_nor_clock_nor_files(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert names & {"os", "sys", "time", "datetime", "pathlib", "subprocess", "socket", "pulumi"} == set()
