"""Our reader of stack files and the real Pulumi CLI agree about tricky YAML."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from codercfg.sources.stack.sections import PROJECT
from codercfg.sources.stack.text import stack_text
from codercfg.yaml_reader.text import read
from engine.project import Project

if TYPE_CHECKING:
    from subprocess import CompletedProcess

CORPUS = Path(__file__).parents[1] / "cases" / "yaml_corpus"
HARMLESS = "odd-number"  # a warning; the value is the CLI's


def files(folder: str) -> list[Any]:
    return [pytest.param(path, id=path.stem) for path in sorted((CORPUS / folder).glob("*.yaml"))]


@pytest.fixture(scope="module")
def corpus_project(pulumi: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project.create(tmp_path_factory.mktemp("corpus") / "project", pulumi)
    project.init("corpus")
    return project


def config(project: Project, path: Path) -> CompletedProcess[str]:
    return project.run("config", "--json", "--show-secrets", "--stack", "corpus", "--config-file", str(path), code=None)


def ours(path: Path) -> tuple[Any, list[str]]:
    opened = stack_text(path)
    if opened.text is None:
        return None, ["text"]
    root, problems = read(opened.text)
    if not problems and not isinstance(root, dict):
        return None, ["no-map"]
    return root, [problem.kind for problem in problems if problem.kind != HARMLESS]


def key_of_pulumi(key: str) -> str:
    return key.replace(":config:", ":") if ":" in key else f"{PROJECT}:{key}"


@pytest.mark.parametrize("path", files("agree"))
def test_both_read_the_same(path: Path, corpus_project: Project) -> None:
    done = config(corpus_project, path)
    assert done.returncode == 0, done.stderr
    theirs = {key: entry.get("objectValue", entry["value"]) for key, entry in json.loads(done.stdout).items()}
    root, problems = ours(path)

    assert problems == []
    assert {key_of_pulumi(key): value for key, value in root["config"].items()} == theirs


@pytest.mark.parametrize("path", files("refused"))
def test_both_refuse(path: Path, corpus_project: Project) -> None:
    assert config(corpus_project, path).returncode != 0
    assert ours(path)[1] != []


@pytest.mark.parametrize("path", files("stricter"))
def test_we_refuse_what_the_cli_reads_as_something_else_than_it_looks_like(path: Path, corpus_project: Project) -> None:
    assert config(corpus_project, path).returncode == 0
    assert ours(path)[1] != []
