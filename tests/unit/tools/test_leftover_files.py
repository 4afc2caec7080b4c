from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap.interrupted import MANIFEST_FILE
from tools.bootstrap.leftover_files import manifest_paths, remove_leftover_files

from codercfg.kubernetes_objects.manifest_text import header

if TYPE_CHECKING:
    from pathlib import Path


def written(root: Path, path: str, first: str = header("dev")) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{first}\nkind: Role\n", encoding="utf-8")
    return file


def test_a_state_knows_its_manifests_and_what_it_meant_to_write(tmp_path: Path) -> None:
    state = tmp_path / "dev.json"
    resources = [
        {"type": "pulumi:pulumi:Stack", "outputs": {"files": ["out/meant/a.yaml"], "namespace": "coder"}},
        {"type": MANIFEST_FILE, "inputs": {"path": "out/dev/b.yaml"}},
        {"type": "codercfg:index:CoderDeployment"},
    ]
    state.write_text(json.dumps({"version": 3, "checkpoint": {"latest": {"resources": resources}}}))
    assert manifest_paths(state) == {"out/meant/a.yaml", "out/dev/b.yaml"}


@pytest.mark.parametrize("text", ["", "{}", '{"checkpoint": {"latest": null}}', '{"checkpoint": {"latest": {}}}'])
def test_a_state_without_resources_knows_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "dev.json").write_text(text)
    assert manifest_paths(tmp_path / "dev.json") == set()
    assert manifest_paths(tmp_path / "missing.json") == set()


def test_what_was_meant_and_is_unknown_now_goes_with_its_directory(tmp_path: Path) -> None:
    kept = written(tmp_path, "out/dev/a.yaml")
    written(tmp_path, "out/old/a.yaml")
    removed = remove_leftover_files(tmp_path, "dev", ["out/old/a.yaml", "out/old/gone.yaml", "out/dev/a.yaml"], ["out/dev/a.yaml"])
    assert removed == ["out/old/a.yaml"]
    assert [path for path in (tmp_path / "out").rglob("*") if path.is_file()] == [kept]
    assert not (tmp_path / "out" / "old").exists()


def test_files_of_others_and_those_that_nobody_meant_stay(tmp_path: Path) -> None:
    stay = [
        written(tmp_path, "out/dev/mine.yaml", "# mine"),
        written(tmp_path, "out/dev/theirs.yaml", header("production")),
        written(tmp_path, "out/dev/rendered.yaml"),
    ]
    assert remove_leftover_files(tmp_path, "dev", ["out/dev/mine.yaml", "out/dev/theirs.yaml"], []) == []
    assert all(path.exists() for path in stay)
