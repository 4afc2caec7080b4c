"""`.venv/bin/pulumi` against the real CLI, with the smallest program there is."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from engine.project import ROOT, base_environ

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = '# shipped\nconfig:\n  coder:release:   "2.33.1"  # spaced as no machine would\n'
PROGRAM = 'import pulumi\npulumi.export("release", pulumi.Config("coder").require("release"))\n'
RUN = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tools.bootstrap.paths import Paths
from tools.bootstrap.shim import run
sys.exit(run(Path(sys.argv[2]), sys.argv[4:], Paths(Path(sys.argv[3]))))
"""


class Clone:
    """A clone with two shipped stacks and this test run's virtual environment."""

    def __init__(self, root: Path, cli: Path, program: str = PROGRAM) -> None:
        self.root = root
        self.files = [root / "stacks" / f"Pulumi.{name}.yaml" for name in ("dev", "production")]
        self.command: list[str | Path] = [sys.executable, "-c", RUN, ROOT, cli, root]
        self.environ = base_environ() | {"HOME": str(root.parent)}
        (root / "infra").mkdir(parents=True)
        (root / "stacks").mkdir()
        (root / ".venv").symlink_to(sys.prefix)
        shutil.copyfile(ROOT / "Pulumi.yaml", root / "Pulumi.yaml")
        (root / "infra" / "__main__.py").write_text(program, encoding="utf-8")
        for file in self.files:
            file.write_text(SHIPPED, encoding="utf-8")

    def pulumi(self, *arguments: str, cwd: Path | None = None, environ: dict[str, str] | None = None) -> str:
        done = subprocess.run(
            [*self.command, *arguments],
            cwd=cwd or self.root,
            env=self.environ | (environ or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def untouched(self) -> bool:
        return [file.read_text(encoding="utf-8") for file in self.files] == [SHIPPED, SHIPPED]


@pytest.fixture
def clone(tmp_path: Path, pulumi: Path) -> Clone:
    # The directory is part of the test: it ends up in a URL, in a shell script and in PATH.
    return Clone(tmp_path / "a b%20c#d", pulumi)


def test_shipped_stacks_stay_as_they_are_whatever_is_typed(clone: Clone) -> None:
    clone.pulumi("stack", "select", "--create", "dev")
    assert "Resources:\n    + 1 created" in clone.pulumi("up", "--yes")
    assert clone.untouched()
    for command in (["preview"], ["refresh", "--yes"], ["up", "--yes"]):
        assert "1 unchanged" in clone.pulumi(*command)
        assert clone.untouched()
    clone.pulumi("stack", "select", "--create", "production")
    clone.pulumi("preview")
    clone.pulumi("destroy", "--yes", "--stack", "dev")
    assert clone.untouched()


def test_it_works_from_a_subdirectory_and_keeps_everything_in_the_clone(clone: Clone) -> None:
    clone.pulumi("stack", "select", "--create", "dev", cwd=clone.root / "stacks")
    clone.pulumi("up", "--yes", cwd=clone.root / "infra")
    assert sorted(entry.name for entry in (clone.root / ".local").iterdir()) == ["backend", "kept-states", "passphrase", "pulumi"]
    assert not (clone.root.parent / ".pulumi").exists()


def test_a_secret_that_is_set_stays_with_its_salt(clone: Clone) -> None:
    clone.pulumi("stack", "select", "--create", "dev")
    clone.pulumi("config", "set", "--secret", "coder:password", "made up")
    clone.pulumi("preview")
    text = clone.files[0].read_text(encoding="utf-8")
    assert "secure: v1:" in text
    assert "encryptionsalt: v1:" in text
    assert "made up" not in text
    assert clone.pulumi("config", "get", "coder:password").strip() == "made up"
    assert clone.files[1].read_text(encoding="utf-8") == SHIPPED


def test_their_backend_and_passphrase_win(clone: Clone, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    # Without a home of theirs, the CLI writes into that of whoever runs the tests, whatever HOME says.
    environ = {"PULUMI_BACKEND_URL": theirs.as_uri(), "PULUMI_CONFIG_PASSPHRASE": "theirs", "PULUMI_HOME": str(tmp_path / "home")}
    clone.pulumi("stack", "select", "--create", "dev", environ=environ)
    clone.pulumi("up", "--yes", environ=environ)
    assert (theirs / ".pulumi" / "stacks" / "coder" / "dev.json").is_file()
    assert not (clone.root / ".local").exists()
    assert clone.untouched()


def test_ctrl_c_is_the_clis_to_handle(tmp_path: Path, pulumi: Path) -> None:
    slow = Clone(tmp_path / "clone", pulumi, f"open({str(tmp_path / 'started')!r}, 'w').close()\nimport time\ntime.sleep(60)\n")
    slow.pulumi("stack", "select", "--create", "dev")
    running = subprocess.Popen(
        [*slow.command, "preview", "--non-interactive"],
        cwd=slow.root,
        env=slow.environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        _wait_for(tmp_path / "started")
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to everything in the foreground
        output, _ = running.communicate(timeout=30)
    finally:
        running.kill()
    assert running.returncode not in {0, None}
    assert "shim.py" not in output
    assert slow.untouched()


def _wait_for(file: Path) -> None:
    end = time.monotonic() + 30
    while not file.exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert file.exists()
