"""etcd for the API server: the one on PATH, else Debian's package unpacked into the cache.

Unpacked, not installed: an installed etcd-server starts a daemon on port 2379 of the developer's machine.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from tools.bootstrap.failure import SetupError
from tools.bootstrap.installed import directory_in_one_step, one_at_a_time
from tools.bootstrap.pins import ETCD_PACKAGE
from tools.bootstrap.process import run_logged, said_by

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tools.bootstrap.paths import Paths

LIMIT_SECONDS = 300


def cached(paths: Paths) -> Path:
    """Return where our own copy lies, whether or not it is there."""
    return paths.cache / "etcd" / "usr" / "bin" / "etcd"


def find(paths: Paths, environ: Mapping[str, str] = os.environ) -> Path | None:
    """Return an etcd that runs, or None."""
    on_path = shutil.which("etcd", path=environ.get("PATH", ""))
    candidates = [Path(on_path)] if on_path else []
    return next((etcd for etcd in [*candidates, cached(paths)] if fits(etcd)), None)


def fits(etcd: Path) -> bool:
    """Tell whether `etcd` runs."""
    return os.access(etcd, os.X_OK) and "etcd Version" in said_by([etcd, "--version"])


def ensure(paths: Paths, environ: Mapping[str, str] = os.environ) -> Path:
    """Return an etcd, getting Debian's if need be.

    Raises:
        SetupError: this is no Debian, its package lists are missing and may not be fetched, or the download failed.
    """
    if found := find(paths, environ):
        return found
    apt = shutil.which("apt-get", path=environ.get("PATH", ""))
    if not apt or not shutil.which("dpkg-deb", path=environ.get("PATH", "")):
        raise SetupError("etcd is not on PATH and this system has no apt to get it with.", "install etcd 3.4 or newer and put it on PATH")
    with one_at_a_time(paths.cache / "etcd.lock"), directory_in_one_step(paths.cache / "etcd") as made:
        print(f"Getting etcd from the package {ETCD_PACKAGE} ...", flush=True)
        _download(apt, made, paths, environ)
        for package in made.glob("*.deb"):
            _run(["dpkg-deb", "-x", package, made], "Unpacking etcd", paths, environ)
            package.unlink()
        if not fits(made / "usr" / "bin" / "etcd"):
            raise SetupError(f"The package {ETCD_PACKAGE} has no etcd that runs here.", "install etcd 3.4 or newer and put it on PATH")
    return cached(paths)


def _download(apt: str, into: Path, paths: Paths, environ: Mapping[str, str]) -> None:
    fetch = [apt, "download", ETCD_PACKAGE]
    try:
        _run(fetch, "Downloading etcd", paths, environ, cwd=into)
    except SetupError:
        # New images come without package lists, old lists name packages that are gone; only root may renew them.
        _run([*as_root(environ), apt, "update"], "Renewing apt's package lists", paths, environ)
        _run(fetch, "Downloading etcd", paths, environ, cwd=into)


def as_root(environ: Mapping[str, str]) -> list[str]:
    """Return what to put before a command that needs root: nothing, or sudo that asks no password.

    Raises:
        SetupError: neither.
    """
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo", path=environ.get("PATH", ""))
    if sudo and said_by([sudo, "-n", "id", "-u"]) == "0":
        return [sudo, "-n"]
    raise SetupError(
        "apt's package lists lack etcd, and renewing them needs root.",
        f"run `sudo apt-get update`, or `sudo apt-get install {ETCD_PACKAGE}`",
    )


def _run(command: Sequence[str | Path], step: str, paths: Paths, environ: Mapping[str, str], cwd: Path | None = None) -> None:
    run_logged(command, step=step, log=paths.logs / "etcd.log", limit_seconds=LIMIT_SECONDS, environ=environ, cwd=cwd)
