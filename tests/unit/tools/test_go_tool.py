from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap.failure import SetupError
from tools.bootstrap.go_tool import build, module_directory, usable_go
from tools.bootstrap.pulumi_cli import CLI

if TYPE_CHECKING:
    from pathlib import Path

    from tools.bootstrap.paths import Paths

    from unit.tools.conftest import AddProgram

NEW = 'if [ "$1" = env ]; then echo go1.99.0; echo local; exit 0; fi'


@pytest.fixture
def module(tmp_path: Path) -> Path:
    folder = tmp_path / "some-tool"
    folder.mkdir()
    (folder / "go.mod").write_text("module x\n\ngo 1.26.1\n")
    return folder


def test_no_go_is_told_with_the_version_that_is_needed(module: Path, environ: dict[str, str]) -> None:
    with pytest.raises(SetupError, match=r"Go is not on PATH\.") as caught:
        usable_go(module, environ)
    assert caught.value.remedy == "install Go 1.26.1 or newer (https://go.dev/dl/)"


@pytest.mark.parametrize(("version", "toolchain"), [("go1.26.0", "local"), ("go1.20.1", ""), ("go1.22.0", "path"), ("", "")])
def test_an_old_go_that_may_not_fetch_a_newer_one_is_refused(
    module: Path, environ: dict[str, str], add_program: AddProgram, version: str, toolchain: str
) -> None:
    add_program("go", f"echo '{version}'; echo '{toolchain}'")
    with pytest.raises(SetupError, match=r"is too old: some-tool needs 1\.26\.1\.") as caught:
        usable_go(module, environ)
    assert (version.removeprefix("go") or "of unknown version") in caught.value.problem


@pytest.mark.parametrize(("version", "toolchain"), [("go1.26.1", "local"), ("go1.27rc1", "local"), ("go1.22.0", "auto")])
def test_a_new_go_or_one_that_may_fetch_it_is_used(
    module: Path, environ: dict[str, str], add_program: AddProgram, version: str, toolchain: str
) -> None:
    go = add_program("go", f"echo '{version}'; echo '{toolchain}'")
    assert usable_go(module, environ) == str(go)


@pytest.mark.parametrize(
    ("printed", "meaning"),
    [
        ("go: reading x: 403 Forbidden", "the download was refused"),
        ("dial tcp 192.0.2.1:443: connect: connection refused", "the network cannot be reached"),
        ("link: write: no space left on device: No space left on device", "the disk is full"),
        ("SECURITY ERROR", "not the one that is locked"),
    ],
)
def test_a_failed_build_is_explained(
    paths: Paths, tmp_path: Path, environ: dict[str, str], add_program: AddProgram, printed: str, meaning: str
) -> None:
    add_program("go", f"{NEW}; echo '{printed}' >&2; exit 1")
    with pytest.raises(SetupError, match=meaning) as caught:
        build(CLI, tmp_path / "pulumi", paths, environ)
    assert caught.value.problem.startswith("Building pulumi failed: ")
    assert not (tmp_path / "pulumi").exists()


def test_a_build_runs_in_its_module_with_locked_sources(
    paths: Paths, tmp_path: Path, environ: dict[str, str], add_program: AddProgram
) -> None:
    add_program("go", f'{NEW}; echo "$PWD"; echo "$@"; echo "$GOFLAGS $GOWORK $CGO_ENABLED"')
    build(CLI, tmp_path / "pulumi", paths, environ | {"GOFLAGS": "-mod=mod"})
    folder, arguments, settings = (paths.logs / "build-pulumi.log").read_text().splitlines()
    assert os.path.samefile(folder, paths.root / "tools" / "go" / "pulumi")  # noqa: PTH121
    assert settings == "-mod=readonly -buildvcs=false off 0"
    assert arguments.endswith(f"-o {tmp_path / 'pulumi'} {CLI.package}")
    assert "version.Version=v3.259.0" in arguments


def test_an_unknown_dependency_has_no_directory(paths: Paths, environ: dict[str, str], add_program: AddProgram) -> None:
    add_program("go", f"{NEW}; exit 1")
    assert module_directory("pulumi", "example.com/none", paths, environ) == ""
