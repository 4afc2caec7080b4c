"""The files that other tools read name commands and files that exist."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from codercfg.cli.main import COMMANDS, main
from codercfg.reference.code_docs import code_docs

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "infra" / "codercfg"
CODE = re.compile(r"[A-Z]{3}\d{3}")


def loaded(path: str) -> Any:
    return yaml.load((ROOT / path).read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  (`on` stays text)


def test_the_hook_runs_a_command_on_stack_files_only() -> None:
    [hook] = loaded(".pre-commit-hooks.yaml")
    stacks = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "stacks").iterdir())

    assert hook["language"] == "python"
    assert [path for path in stacks if not re.search(hook["files"], path)] == []
    assert not re.search(hook["files"], "stacks/notes.yaml")
    assert shlex.split(hook["entry"])[:2] == ["codercfg", "check"]


def test_the_hook_accepts_the_example_stacks(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    [hook] = loaded(".pre-commit-hooks.yaml")
    monkeypatch.chdir(ROOT)
    stacks = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "stacks").glob("Pulumi.*.yaml"))

    assert main([*shlex.split(hook["entry"])[1:], *stacks]) == 0
    assert "error" not in capsys.readouterr().out


def test_the_workflow_annotates_and_uploads() -> None:
    workflow = loaded("docs/ci/github-actions.yml")
    runs = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    commands = [run.split()[1] for run in runs if run.startswith("codercfg ")]

    assert set(workflow["on"]) == {"pull_request", "push"}
    assert {command for command in commands if command not in COMMANDS} == set()
    assert [form for run in runs for form in re.findall(r"--format (\w+)", run)] == ["github", "sarif"]


def literals() -> set[str]:
    """Every code that is written as a text in the source, which is how findings get theirs."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                found.add(node.value)
    return found


def test_every_code_that_can_be_reported_is_documented_and_listed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["rules"])
    listed = {line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]}

    assert literals() - listed == set()
    assert listed == set(code_docs())
