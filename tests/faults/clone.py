"""A clone of this project, its program and this test run's virtual environment, run as `.venv/bin/pulumi` runs it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from engine.project import ROOT, base_environ
from engine.test_shim import RUN
from faults.encrypted import Encryption
from faults.stacks import Content, stack_text

if TYPE_CHECKING:
    from pathlib import Path

NAME = "faults"
LIMIT_SECONDS = 180


class FaultyClone:
    """A clone with one stack of its own, created and selected, its temporary files inside."""

    def __init__(self, root: Path, cli: Path) -> None:
        self.root = root
        self.file = root / "stacks" / f"Pulumi.{NAME}.yaml"
        self.backend = root / ".local" / "backend"
        self.command: list[str | Path] = [sys.executable, "-c", RUN, ROOT, cli, root]
        self.environ = base_environ() | {
            "HOME": str(root / "home"),
            "TMPDIR": str(root / "tmp"),
            "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "1",
        }
        for folder in ("infra", "stacks", "home", "tmp"):
            (root / folder).mkdir(parents=True)
        shutil.copyfile(ROOT / "Pulumi.yaml", root / "Pulumi.yaml")
        shutil.copyfile(ROOT / "infra" / "__main__.py", root / "infra" / "__main__.py")
        for name, target in (("infra/codercfg", ROOT / "infra" / "codercfg"), ("templates", ROOT / "templates"), (".venv", sys.prefix)):
            (root / name).symlink_to(target)
        self.file.write_text("config: {}\n", encoding="utf-8")
        self.pulumi("stack", "init", NAME)
        self.pulumi("config", "set", "--secret", "coder:env.X", "x")
        salt = next(line for line in self.file.read_text(encoding="utf-8").splitlines() if line.startswith("encryptionsalt: "))
        self._encryption = Encryption((root / ".local" / "passphrase").read_text(encoding="utf-8"), salt.removeprefix("encryptionsalt: "))

    def stack(self, content: Content | None = None) -> Content:
        """What the stack holds unless a test says otherwise."""
        return content or Content(number=0, secret="an-old-secret")

    def give(self, content: Content) -> None:
        """Write the stack file."""
        self.file.write_text(stack_text(content, self._encryption), encoding="utf-8")

    def start(self, *arguments: str, **environ: str) -> subprocess.Popen[str]:
        """Start the CLI through the shim, in a session of its own, both outputs in one pipe."""
        return subprocess.Popen(
            [*self.command, "--color", "never", "--non-interactive", *arguments],
            cwd=self.root,
            env=self.environ | environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def pulumi(self, *arguments: str, code: int | None = 0, **environ: str) -> str:
        """Run the CLI to its end and return what it and the shim printed."""
        running = self.start(*arguments, **environ)
        try:
            said, _ = running.communicate(timeout=LIMIT_SECONDS)
        finally:
            running.kill()
        if code is not None:
            assert running.returncode == code, f"pulumi {' '.join(arguments)}: exit code {running.returncode}\n{said}"
        return said

    def up(self, *arguments: str, code: int | None = 0, **environ: str) -> str:
        return self.pulumi("up", "--yes", "--skip-preview", *arguments, code=code, **environ)

    def exported(self) -> dict[str, Any]:
        """The deployment as `pulumi stack export` prints it."""
        found: dict[str, Any] = json.loads(self.pulumi("stack", "export"))["deployment"]
        return found
