from __future__ import annotations

import os
from pathlib import Path

import pytest

from codercfg.component.selected_stack import OVERRIDE, load_selected_stack, stack_file

SMALL = """\
config:
  coder:release: "2.33.1"
  coder:deployment: {access_url: "https://coder.example.com", pg_connection_url: {secure: "v1:a:b"}}
"""


@pytest.fixture(autouse=True)
def no_override(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(OVERRIDE, raising=False)


def project(root: Path, text: str, file: str) -> Path:
    (root / "Pulumi.yaml").write_text(f"name: coder\nruntime: python\n{text}\n")
    (root / file).parent.mkdir(exist_ok=True)
    (root / file).write_text(SMALL)
    return root


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("stackConfigDir: stacks", "stacks/Pulumi.dev.yaml"),
        ("stackConfigDir: stacks", "stacks/Pulumi.dev.yml"),
        ("stackConfigDir: stacks", "stacks/Pulumi.dev.json"),
        ("config: old", "old/Pulumi.dev.yaml"),
        ("config: {coder:release: {type: string}}", "Pulumi.dev.yaml"),
        ("description: nothing said", "Pulumi.dev.yaml"),
    ],
)
def test_the_file_lies_where_the_project_says(tmp_path: Path, text: str, file: str) -> None:
    assert stack_file(project(tmp_path, text, file), "dev") == Path(file)


def test_a_missing_file_has_the_name_that_it_should_have(tmp_path: Path) -> None:
    assert stack_file(project(tmp_path, "stackConfigDir: stacks", "stacks/Pulumi.dev.yaml"), "prod") == Path("stacks/Pulumi.prod.yaml")


def test_a_named_file_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OVERRIDE, "elsewhere.yaml")
    assert stack_file(project(tmp_path, "", "Pulumi.dev.yaml"), "dev") == Path("elsewhere.yaml")


def test_places_are_relative_to_the_project_and_secrets_known(tmp_path: Path) -> None:
    here = Path.cwd()
    root = project(tmp_path, "stackConfigDir: stacks", "stacks/Pulumi.dev.yaml")
    loaded = load_selected_stack(root, "dev", {"deployment": {"access_url": "x", "pg_connection_url": "postgres://a:b@c/d"}})
    assert loaded.stack is not None
    assert loaded.stack.name == "dev"
    assert loaded.stack.configuration.get("pg_connection_url").reveal() == "postgres://a:b@c/d"
    assert str(loaded.stack.origin("kubernetes")) == "stacks/Pulumi.dev.yaml"
    assert Path.cwd() == here


def test_a_stack_has_the_name_that_pulumi_gives_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path, "", "Pulumi.dev.yaml")
    (root / "Pulumi.dev.yaml").rename(root / "other.yaml")
    monkeypatch.setenv(OVERRIDE, os.fspath(root / "other.yaml"))
    loaded = load_selected_stack(root, "dev", {})
    assert loaded.stack is not None
    assert loaded.stack.name == "dev"
