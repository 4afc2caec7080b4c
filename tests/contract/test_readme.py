"""The README shows what the commands print: each `codercfg` block and the library example are run.

`CODERCFG_WRITE_CASES=1` rewrites the blocks.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from codercfg.cli.main import main
from codercfg.reference.artefacts import ROOT

if TYPE_CHECKING:
    from pathlib import Path

README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
CONSOLE = re.compile(r"```console\n\$ codercfg (?P<arguments>[^\n]*)\n(?P<output>.*?)```", re.DOTALL)
STACK = re.compile(r"## A stack\n\n```yaml\n(.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with the shipped stacks and the README's own."""
    shutil.copytree(ROOT / "stacks", tmp_path / "stacks")
    shutil.copy(ROOT / "Pulumi.yaml", tmp_path / "Pulumi.yaml")
    found = STACK.search(TEXT)
    assert found is not None
    (tmp_path / "stacks" / "Pulumi.example.yaml").write_text(found[1], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def printed(arguments: str) -> str:
    """What a terminal shows: both streams."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        main(arguments.split())
    return out.getvalue()


def test_each_command_prints_what_the_readme_shows(project: Path) -> None:
    assert project.is_dir()
    blocks = list(CONSOLE.finditer(TEXT))
    renewed = CONSOLE.sub(lambda block: f"```console\n$ codercfg {block['arguments']}\n{printed(block['arguments'])}```", TEXT)
    if os.environ.get("CODERCFG_WRITE_CASES"):
        assert not os.environ.get("CI"), "cases are written by people, not by CI"
        README.write_text(renewed, encoding="utf-8")
        return

    assert len(blocks) >= 4
    assert renewed == TEXT, "CODERCFG_WRITE_CASES=1 pytest tests/contract/test_readme.py renews the README"


def test_the_library_example_runs(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert project.is_dir()
    found = PYTHON.search(TEXT)
    assert found is not None

    exec(compile(found[1], "README.md", "exec"), {})  # noqa: S102  (our own README)

    assert capsys.readouterr().out.splitlines()[0] == "False"


def test_every_file_that_the_readme_names_exists() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link]

    assert [link for link in links if not (ROOT / link).exists()] == []
