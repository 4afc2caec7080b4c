"""Which plugin the CLI is asked for."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from codercfg.component.plugin_version import PINNED, plugin_version, version_findings
from codercfg.stack_check import load_stack

if TYPE_CHECKING:
    import pytest

STACK = load_stack('config: {"coder:release": "2.33.1", "coder:target": {cluster: {context: prod}}}').stack


def test_the_installed_package_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", {"pulumi-kubernetes": "4.30.0"}.__getitem__)
    assert plugin_version() == "4.30.0"


def test_without_it_the_pinned_version_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert plugin_version() == PINNED


def test_another_version_than_the_pinned_one_is_a_warning() -> None:
    assert STACK is not None
    assert list(version_findings(STACK, PINNED)) == []
    (found,) = version_findings(STACK, "4.30.0")
    assert (found.code, found.severity) == ("PUL002", "warning")
    assert found.message == f"pulumi-kubernetes 4.30.0 is installed, and codercfg was tried with {PINNED}"
