from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.bootstrap import official_installer, pulumi_cli
from tools.bootstrap.failure import SetupError
from tools.bootstrap.pins import PULUMI

if TYPE_CHECKING:
    from pathlib import Path

    from tools.bootstrap.paths import Paths

    from unit.tools.conftest import AddProgram

FITTING = f"echo v{PULUMI}"


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installer that leaves half a download and says why."""

    def install(target: Path, _paths: Paths) -> None:
        (target / "bin").mkdir()
        (target / "bin" / "pulumi").write_text("half")
        raise SetupError("Pulumi's installer failed: the download was refused.", "ask")

    monkeypatch.setattr(official_installer, "install", install)


def test_a_fitting_one_on_path_is_used(paths: Paths, environ: dict[str, str], add_program: AddProgram) -> None:
    add_program("pulumi-language-python", "exit 0")
    cli = add_program("pulumi", FITTING)
    assert pulumi_cli.ensure(paths, environ) == cli


@pytest.mark.parametrize("version", ["v3.258.9", "v4.0.0", "nonsense", ""])
def test_another_version_is_passed_over(paths: Paths, environ: dict[str, str], add_program: AddProgram, version: str) -> None:
    add_program("pulumi-language-python", "exit 0")
    add_program("pulumi", f"echo '{version}'")
    assert pulumi_cli.find(paths, environ) is None


def test_a_cli_without_its_language_host_is_passed_over(paths: Paths, environ: dict[str, str], add_program: AddProgram) -> None:
    add_program("pulumi", FITTING)
    assert pulumi_cli.find(paths, environ) is None


def test_the_shim_of_a_clone_is_not_taken_for_the_cli(paths: Paths, environ: dict[str, str], add_program: AddProgram) -> None:
    add_program("pulumi-language-python", "exit 0")
    add_program("pulumi", f"# codercfg pulumi shim\n{FITTING}")
    assert pulumi_cli.find(paths, environ) is None


def test_the_cached_one_is_found_and_a_broken_one_is_not(paths: Paths, environ: dict[str, str], add_program: AddProgram) -> None:
    folder = pulumi_cli.cached(paths).parent
    add_program("pulumi-language-python", "exit 0", folder)
    add_program("pulumi", "exit 1", folder)
    assert pulumi_cli.find(paths, environ) is None
    add_program("pulumi", FITTING, folder)
    assert pulumi_cli.find(paths, environ) == pulumi_cli.cached(paths)


@pytest.mark.usefixtures("refused")
def test_every_way_failing_is_one_sentence_and_leaves_nothing(
    paths: Paths, environ: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SetupError) as caught:
        pulumi_cli.ensure(paths, environ)
    assert caught.value.problem == (
        "No Pulumi CLI: none on PATH fits; Pulumi's installer failed: the download was refused; Go is not on PATH."
    )
    assert "install Pulumi 3.259.0 yourself" in caught.value.remedy
    assert list((paths.cache / "pulumi").iterdir()) == []
    assert "  Pulumi's installer failed: the download was refused." in capsys.readouterr().out


@pytest.mark.usefixtures("refused")
def test_a_build_that_breaks_half_way_is_not_taken_for_installed(paths: Paths, environ: dict[str, str], add_program: AddProgram) -> None:
    # The first program is built, the second fails.
    add_program(
        "go",
        f"""if [ "$1" = env ]; then echo go1.99; echo local; exit 0; fi
case "$*" in *pulumi-language-python*) echo 'no such host'; exit 1;; esac
while [ "$1" != -o ]; do shift; done
printf '#!/bin/sh\\necho v{PULUMI}\\n' > "$2"; chmod +x "$2" """,
    )
    environ["PATH"] += ":/usr/bin:/bin"
    with pytest.raises(SetupError, match="Building pulumi-language-python failed: the network cannot be reached"):
        pulumi_cli.ensure(paths, environ)
    assert pulumi_cli.find(paths, environ) is None
    assert list((paths.cache / "pulumi").iterdir()) == []


@pytest.mark.usefixtures("refused")
def test_a_build_yields_programs_and_scripts_in_one_folder(
    paths: Paths, environ: dict[str, str], add_program: AddProgram, tmp_path: Path
) -> None:
    sources = tmp_path / "sdk"
    for script in pulumi_cli.SCRIPTS:
        (sources / script).parent.mkdir(parents=True)
        (sources / script).write_text("#!/bin/sh\n")
        (sources / script).chmod(0o444)  # as the module cache has it
    add_program(
        "go",
        f"""case "$1" in env) echo go1.99; echo local; exit 0;; -C) echo '{sources}'; exit 0;; esac
while [ "$1" != -o ]; do shift; done
printf '#!/bin/sh\\necho v{PULUMI}\\n' > "$2"; chmod +x "$2" """,
    )
    environ["PATH"] += ":/usr/bin:/bin"
    cli = pulumi_cli.ensure(paths, environ)
    assert cli == paths.cache / "pulumi" / PULUMI / "bin" / "pulumi"
    assert sorted(file.name for file in cli.parent.iterdir()) == [
        "pulumi",
        "pulumi-language-python",
        "pulumi-language-python-exec",
        "pulumi-resource-pulumi-python",
    ]
    assert all(file.stat().st_mode & 0o111 for file in cli.parent.iterdir())


def test_the_installer_puts_its_programs_in_the_cache(
    paths: Paths, environ: dict[str, str], add_program: AddProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    def install(target: Path, _paths: Paths) -> None:
        add_program("pulumi", FITTING, target / "bin")
        add_program("pulumi-language-python", "exit 0", target / "bin")

    monkeypatch.setattr(official_installer, "install", install)
    assert pulumi_cli.ensure(paths, environ) == pulumi_cli.cached(paths)


def test_the_installer_is_stopped_in_time(paths: Paths, add_program: AddProgram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_program("python", "sleep 30", paths.python.parent)
    monkeypatch.setattr(official_installer, "LIMIT_SECONDS", 0.2)
    with pytest.raises(SetupError, match="Pulumi's installer was stopped after"):
        official_installer.install(tmp_path, paths)
