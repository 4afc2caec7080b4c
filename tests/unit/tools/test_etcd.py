from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap import etcd
from tools.bootstrap.failure import SetupError

if TYPE_CHECKING:
    from tools.bootstrap.paths import Paths

    from unit.tools.conftest import AddProgram

RUNS = "echo 'etcd Version: 3.4.23'"
UNPACK = f'mkdir -p "$3/usr/bin"; printf "#!/bin/sh\\n{RUNS}\\n" > "$3/usr/bin/etcd"; chmod +x "$3/usr/bin/etcd"'


@pytest.fixture(autouse=True)
def base_programs(environ: dict[str, str]) -> None:
    """Let the fake scripts use mkdir and the like; fake programs still come first."""
    environ["PATH"] += ":/nowhere"


def test_one_on_path_is_used(paths: Paths, environ: dict[str, str], add_program: AddProgram) -> None:
    program = add_program("etcd", RUNS)
    assert etcd.ensure(paths, environ) == program


def test_without_apt_the_person_is_told_to_install_it(paths: Paths, environ: dict[str, str]) -> None:
    with pytest.raises(SetupError, match="etcd is not on PATH and this system has no apt") as caught:
        etcd.ensure(paths, environ)
    assert "install etcd 3.4 or newer" in caught.value.remedy


def test_the_package_is_unpacked_into_the_cache_not_installed(paths: Paths, environ: dict[str, str], add_program: AddProgram) -> None:
    environ["PATH"] += ":/usr/bin:/bin"
    add_program("apt-get", '[ "$1" = download ] && echo x > etcd-server_3.4_amd64.deb')
    add_program("dpkg-deb", UNPACK)
    found = etcd.ensure(paths, environ)
    assert found == paths.cache / "etcd" / "usr" / "bin" / "etcd"
    assert [file.name for file in (paths.cache / "etcd").iterdir()] == ["usr"]


def test_missing_package_lists_are_renewed_once(
    paths: Paths, environ: dict[str, str], add_program: AddProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    environ["PATH"] += ":/usr/bin:/bin"
    lists = paths.root / "lists"
    add_program("apt-get", f'[ "$1" = update ] && touch {lists} && exit 0; [ -e {lists} ] || exit 100; echo x > a.deb')
    add_program("dpkg-deb", UNPACK)
    assert etcd.ensure(paths, environ) == etcd.cached(paths)


def test_without_root_the_reason_is_told(
    paths: Paths, environ: dict[str, str], add_program: AddProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    add_program("apt-get", "exit 100")
    add_program("dpkg-deb", "exit 0")
    add_program("sudo", "exit 1")
    with pytest.raises(SetupError, match="renewing them needs root") as caught:
        etcd.ensure(paths, environ)
    assert "sudo apt-get install etcd-server" in caught.value.remedy
    assert not (paths.cache / "etcd").exists()


def test_sudo_without_a_password_will_do(environ: dict[str, str], add_program: AddProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    sudo = add_program("sudo", "echo 0")
    assert etcd.as_root(environ) == [str(sudo), "-n"]


def test_a_package_that_does_not_run_here_is_not_kept(paths: Paths, environ: dict[str, str], add_program: AddProgram) -> None:
    add_program("apt-get", "echo x > a.deb")
    add_program("dpkg-deb", "exit 0")
    with pytest.raises(SetupError, match="has no etcd that runs here"):
        etcd.ensure(paths, environ)
    assert not (paths.cache / "etcd").exists()
