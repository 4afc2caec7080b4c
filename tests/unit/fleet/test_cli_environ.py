"""What the wrapper of a clone adds to the environment of programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.bootstrap.paths import Paths
from tools.bootstrap.venv import write_shim

from codercfg.fleet.cli_environ import cli_environ

if TYPE_CHECKING:
    from pathlib import Path

GIVEN = {"PATH": "/usr/bin:/bin", "HOME": "/nowhere", "PULUMI_BACKEND_URL": "s3://theirs"}


def wrapper(folder: Path, script: str) -> str:
    file = folder / "pulumi"
    file.write_text(f"#!/bin/sh\n# codercfg pulumi shim, written by `make`\n{script}\n")
    file.chmod(0o755)
    return str(file)


def test_the_real_wrapper_names_the_passphrase_and_leaves_what_is_set(tmp_path: Path) -> None:
    paths = Paths()
    paths.shim = shim = tmp_path / "pulumi"
    cli = tmp_path / "cli"
    cli.touch()
    write_shim(paths, cli)
    found = cli_environ(str(shim), {**GIVEN, "PULUMI_CONFIG_PASSPHRASE": ""})

    assert found["PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER"] == "true"
    assert found["PULUMI_BACKEND_URL"] == "s3://theirs"
    assert found["PATH"].split(":")[:2] == [str(paths.venv / "bin"), str(tmp_path)]


def test_another_cli_is_not_asked(tmp_path: Path) -> None:
    file = tmp_path / "pulumi"
    file.write_text('#!/bin/sh\ntouch asked\necho \'{"A": "b"}\'\n')
    file.chmod(0o755)

    assert cli_environ(str(file), GIVEN) == GIVEN
    assert cli_environ(str(tmp_path / "missing"), GIVEN) == GIVEN


@pytest.mark.parametrize("script", ["exit 3", "echo no json", "echo []", 'echo \'{"A": "b"}\'; exit 1'])
def test_a_wrapper_that_does_not_answer_adds_nothing(tmp_path: Path, script: str) -> None:
    assert cli_environ(wrapper(tmp_path, script), GIVEN) == GIVEN


def test_what_a_wrapper_adds_is_taken(tmp_path: Path) -> None:
    assert cli_environ(wrapper(tmp_path, 'echo \'{"PULUMI_CONFIG_PASSPHRASE_FILE": "/a"}\''), GIVEN) == {
        **GIVEN,
        "PULUMI_CONFIG_PASSPHRASE_FILE": "/a",
    }
