from __future__ import annotations

import re
import tomllib

import pytest
from tools.bootstrap import pins
from tools.bootstrap.control_plane import API_SERVER, CONTROLLER_MANAGER
from tools.bootstrap.paths import ROOT
from tools.bootstrap.pins import version_tuple


def module(name: str) -> str:
    return (ROOT / "tools" / "go" / name / "go.mod").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("v3.259.0", (3, 259, 0)),
        ("3.259.1-dev.12+abc\n", (3, 259, 1)),
        ("go1.26.8", (1, 26, 8)),
        ("go1.27rc1", (1, 27)),
        ("devel go1.28", ()),
        ("", ()),
    ],
)
def test_versions_are_read_up_to_what_is_no_number(text: str, numbers: tuple[int, ...]) -> None:
    assert version_tuple(text) == numbers


def test_the_cli_the_package_and_the_project_ask_for_the_same_pulumi() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["optional-dependencies"]["pulumi"] == [f"pulumi=={pins.PULUMI}"]
    assert f"\npulumi=={pins.PULUMI} " in (ROOT / "requirements" / "dev.lock").read_text(encoding="utf-8")
    assert f'requiredPulumiVersion: ">={pins.PULUMI} <{pins.PULUMI_BELOW}.0.0"' in (ROOT / "Pulumi.yaml").read_text(encoding="utf-8")
    for package in ("pkg", "sdk"):
        assert f"github.com/pulumi/pulumi/{package}/v3 v{pins.PULUMI}" in module("pulumi")


def test_the_control_plane_is_built_from_the_pinned_modules_only() -> None:
    text = module("kubernetes")
    assert f"k8s.io/kubernetes v{pins.KUBERNETES}" in text
    assert re.findall(r"^\tk8s\.io/kubernetes/cmd/(\S+)$", text, re.MULTILINE) == [API_SERVER.name, CONTROLLER_MANAGER.name]
    staging = re.findall(r"=> k8s\.io/\S+ v(\S+)", text)
    assert set(staging) == {"0." + pins.KUBERNETES.partition(".")[2]}


def test_the_lock_names_no_index_and_has_a_hash_for_each_package() -> None:
    lock = (ROOT / "requirements" / "dev.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index" not in lock
    packages = re.findall(r"^[a-z0-9].*$", lock, re.MULTILINE)
    assert packages
    assert [line for line in packages if not line.endswith("\\")] == []


def test_every_direct_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    asked = [re.match(r"[\w.-]+", line) for line in [*project["dependencies"], *optional["pulumi"], *optional["dev"]]]
    lock = (ROOT / "requirements" / "dev.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9][\w.-]*)==", lock, re.MULTILINE))
    assert {name.group().lower().replace(".", "-").replace("_", "-") for name in asked if name} <= locked
    assert "pulumi-kubernetes" not in locked, "its presence makes the CLI look for a plugin that files do not need"
