"""The virtual environment: exactly the locked packages, the project itself, and bytecode for both."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shlex
import shutil
import sys
from typing import TYPE_CHECKING

from tools.bootstrap.failure import SetupError
from tools.bootstrap.installed import one_at_a_time
from tools.bootstrap.process import run_logged

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tools.bootstrap.paths import Paths

STAMP = "codercfg-stamp"
LIMIT_SECONDS = 20 * 60
# Settings of a person's shell that would put packages elsewhere or load other ones.
NOT_INHERITED = ("PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "PIP_NO_COMPILE")


def ensure(paths: Paths, environ: Mapping[str, str] = os.environ) -> None:
    """Create or renew `.venv` where its stamp does not match the lock, pyproject.toml, this Python or this directory.

    Raises:
        SetupError: venv or pip is missing, or a package could not be had.
    """
    paths.local.mkdir(mode=0o700, exist_ok=True)
    with one_at_a_time(paths.local / "venv.lock"):
        if not is_current(paths):
            _create(paths, {name: value for name, value in environ.items() if name not in NOT_INHERITED})
            _write_stamp(paths)
        compile_project(paths)


def is_current(paths: Paths) -> bool:
    """Tell whether `.venv` was finished for what the tree asks now."""
    with contextlib.suppress(OSError):
        return paths.python.exists() and (paths.venv / STAMP).read_text(encoding="utf-8") == fingerprint(paths)
    return False


def fingerprint(paths: Paths) -> str:
    """Return a digest of all that decides what is in `.venv`.

    The directory is part of it because scripts in a virtual environment name it: a moved clone needs a new one.
    """
    python = repr(sys.version_info[:2]).encode()  # a patch release keeps the environment working
    project = (paths.root / "pyproject.toml").read_bytes()
    digest = hashlib.sha256()
    for part in (paths.lock.read_bytes(), project, python, os.fsencode(paths.root)):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def compile_project(paths: Paths) -> None:
    """Write bytecode of the project's own modules; without it every start of the command line takes twice as long.

    Done here because PYTHONDONTWRITEBYTECODE, common in containers, keeps Python from doing it by itself.
    """
    folders = [paths.root / "infra", paths.root / "tools"]
    _run([paths.python, "-m", "compileall", "-q", *folders], "Compiling the project", paths, dict(os.environ))


def write_shim(paths: Paths, cli: Path) -> None:
    """Write `.venv/bin/pulumi`, which runs `cli` with this clone's defaults (see `tools.bootstrap.shim`)."""
    program = " ".join(shlex.quote(str(part)) for part in (paths.python, "-I", paths.root / "tools" / "run_pulumi.py", cli))
    text = f'#!/bin/sh\n# codercfg pulumi shim, written by `make`\nexec {program} "$@"\n'
    with contextlib.suppress(OSError):
        if paths.shim.read_text(encoding="utf-8") == text:
            return
    new = paths.shim.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.chmod(0o755)
    new.replace(paths.shim)


def _create(paths: Paths, environ: Mapping[str, str]) -> None:
    if not importlib.util.find_spec("ensurepip"):
        raise SetupError(
            f"This Python ({sys.executable}) cannot create virtual environments: its ensurepip module is missing.",
            "install it (Debian, Ubuntu: `sudo apt-get install python3-venv`) and run the same command again",
        )
    print("Installing the locked Python packages into .venv (about a minute) ...", flush=True)
    try:
        shutil.rmtree(paths.venv, ignore_errors=True)
        _run([sys.executable, "-m", "venv", "--clear", paths.venv], "Creating .venv", paths, environ)
        pip: list[str | Path] = [paths.python, "-m", "pip", "--no-input", "--disable-pip-version-check", "install", "--no-deps"]
        environ = {"PIP_RETRIES": "2", **environ}  # pip's own five make a missing network a matter of minutes
        _run([*pip, "--require-hashes", "-r", paths.lock], "Installing the Python packages", paths, environ)
        # hatchling comes from the lock: an isolated build would fetch one that is not.
        _run([*pip, "--no-build-isolation", "--editable", paths.root], "Installing codercfg into .venv", paths, environ)
        _run([paths.python, "-m", "pip", "check"], "Checking the Python packages", paths, environ)
    except OSError as error:
        raise SetupError(f"Cannot write {paths.venv}: {error.strerror}.", "make the directory writable, or free some disk space") from error


def _write_stamp(paths: Paths) -> None:
    new = paths.venv / f"{STAMP}.new"
    new.write_text(fingerprint(paths), encoding="utf-8")
    new.replace(paths.venv / STAMP)


def _run(command: list[str | Path], step: str, paths: Paths, environ: Mapping[str, str]) -> None:
    name = step.split(maxsplit=1)[0].lower()
    run_logged(command, step=step, log=paths.logs / f"venv-{name}.log", limit_seconds=LIMIT_SECONDS, environ=environ, cwd=paths.root)
