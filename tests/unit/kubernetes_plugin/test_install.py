"""The stand-in is a tool of the tests: it yields to the real plugin and is never shipped."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from codercfg.component.plugin_version import PINNED
from kubernetes_plugin.identity import NAME, VERSION
from kubernetes_plugin.install import FOLDER, install

ROOT = Path(__file__).parents[3]
PLUGIN = "pulumi-resource-kubernetes"


def plugin_of(home: Path) -> Path:
    return home / "plugins" / FOLDER / PLUGIN


def test_it_is_for_the_version_that_the_program_asks_for() -> None:
    assert VERSION == PINNED
    assert f"resource-kubernetes-v{PINNED}" == FOLDER


def test_it_says_what_it_is() -> None:
    assert "stand-in" in NAME


def test_without_the_real_plugin_the_stand_in_is_used(tmp_path: Path) -> None:
    assert install(tmp_path / "home", {"HOME": str(tmp_path), "PATH": ""}) == "stand-in"
    text = plugin_of(tmp_path / "home").read_text()
    assert "A stand-in" in text
    assert "kubernetes_plugin.serve" in text


@pytest.mark.parametrize("place", ["home", "PULUMI_HOME", "PATH"])
def test_the_real_plugin_is_used_where_it_is_found(tmp_path: Path, place: str) -> None:
    homes = {
        "home": tmp_path / ".pulumi" / "plugins" / FOLDER,
        "PULUMI_HOME": tmp_path / "other" / "plugins" / FOLDER,
        "PATH": tmp_path / "bin",
    }
    real = homes[place] / PLUGIN
    real.parent.mkdir(parents=True)
    real.touch(mode=0o755)
    environ = {"HOME": str(tmp_path), "PATH": str(tmp_path / "bin")} | (
        {"PULUMI_HOME": str(tmp_path / "other")} if place == "PULUMI_HOME" else {}
    )
    assert install(tmp_path / "project", environ) == "real"
    assert plugin_of(tmp_path / "project").resolve() == real


def test_it_is_in_no_package() -> None:
    targets: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]
    assert targets["wheel"]["packages"] == ["infra/codercfg"]
    assert not [path for path in targets["sdist"]["only-include"] if path.startswith(("tests", "tools"))]
