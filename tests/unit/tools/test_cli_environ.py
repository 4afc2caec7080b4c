from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap.cli_environ import cli_environ
from tools.bootstrap.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Mapping

CLI = Path("/cache/bin/pulumi")


def test_an_empty_environment_gets_everything_local(paths: Paths) -> None:
    made = cli_environ(paths, CLI, {"PATH": "/bin"})
    assert made["PULUMI_BACKEND_URL"] == f"file://{paths.backend}"
    assert made["PULUMI_HOME"] == str(paths.pulumi_home)
    assert made["PULUMI_CONFIG_PASSPHRASE_FILE"] == str(paths.passphrase)
    assert made["PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER"] == "true"
    assert made["PATH"].split(os.pathsep) == [str(paths.venv / "bin"), "/cache/bin", "/bin"]
    assert paths.backend.is_dir()
    assert stat.S_IMODE(paths.backend.stat().st_mode) == 0o700


@pytest.mark.parametrize("theirs", [{"PULUMI_CONFIG_PASSPHRASE": ""}, {"PULUMI_CONFIG_PASSPHRASE_FILE": "/their/file"}])
def test_a_passphrase_that_is_set_wins_even_if_empty(paths: Paths, theirs: Mapping[str, str]) -> None:
    made = cli_environ(paths, CLI, theirs)
    assert {name: value for name, value in made.items() if "PASSPHRASE" in name} == theirs
    assert not paths.passphrase.exists()


def test_with_their_backend_their_login_is_kept(paths: Paths) -> None:
    made = cli_environ(paths, CLI, {"PULUMI_BACKEND_URL": "s3://bucket"})
    assert made["PULUMI_BACKEND_URL"] == "s3://bucket"
    assert "PULUMI_HOME" not in made
    assert not paths.backend.exists()


@pytest.mark.parametrize("name", ["PULUMI_HOME", "PULUMI_SKIP_UPDATE_CHECK", "PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER"])
def test_other_settings_that_are_there_win(paths: Paths, name: str) -> None:
    assert cli_environ(paths, CLI, {name: "theirs"})[name] == "theirs"


def test_the_passphrase_itself_is_in_no_variable(paths: Paths) -> None:
    made = cli_environ(paths, CLI, {})
    secret = paths.passphrase.read_text()
    assert [name for name, value in made.items() if secret in value] == []


def test_a_directory_with_odd_characters_becomes_a_valid_url(tmp_path: Path) -> None:
    odd = Paths(tmp_path / "a b%20c#d", {})
    assert cli_environ(odd, CLI, {})["PULUMI_BACKEND_URL"] == f"file://{tmp_path}/a%20b%2520c%23d/.local/backend"


@pytest.mark.parametrize(
    ("environ", "cache"),
    [
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "/x/codercfg"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "/h/.cache/codercfg"),
        ({"XDG_CACHE_HOME": "", "HOME": "/h"}, "/h/.cache/codercfg"),
        ({"HOME": "/h"}, "/h/.cache/codercfg"),
    ],
)
def test_the_cache_follows_the_base_directory_specification(environ: dict[str, str], cache: str) -> None:
    assert str(Paths(Path("/clone"), environ).cache) == cache
