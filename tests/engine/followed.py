"""Keeps everything that commands say about a stack, and finds every file that they leave."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from engine.project import ROOT

if TYPE_CHECKING:
    from engine.project import Project

OWN_COMMANDS = (
    *(("check", "--format", form) for form in ("text", "concise", "json", "github", "sarif")),
    ("render",),
    ("env",),
    ("upgrade", "--to", "2.34.1"),
    ("migrate", "--to", "2.34.1"),
)


class Followed:
    """What one stack went through, and all that was printed on the way."""

    def __init__(self, project: Project, stack: str) -> None:
        self.project = project
        self.stack = stack
        self.printed: dict[str, str] = {}
        (project.root / "tmp").mkdir()

    def run(self, *arguments: str, fails: bool = False) -> str:
        """Run the CLI with its temporary files inside the project, and keep what it prints."""
        done = self.project.run(*arguments, code=None, TMPDIR=str(self.project.root / "tmp"), PULUMI_DEBUG_COMMANDS="true")
        said = done.stdout + done.stderr
        assert (done.returncode != 0) == fails, said
        self.printed[f"pulumi {' '.join(arguments)} #{len(self.printed)}"] = said
        return said

    def run_own(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "codercfg.cli", arguments[0], f"stacks/Pulumi.{self.stack}.yaml", *arguments[1:]]
        environ = {**self.project.environ, "PYTHONPATH": str(ROOT / "infra")}
        done = subprocess.run(command, cwd=self.project.root, env=environ, capture_output=True, text=True, check=False, timeout=60)
        assert "Traceback" not in done.stderr
        assert done.stdout + done.stderr
        self.printed[" ".join(["codercfg", *arguments])] = done.stdout + done.stderr

    def files(self) -> dict[str, str]:
        """Every file below the project that is not ours to begin with."""
        links = {self.project.root / "infra" / "codercfg", self.project.root / "templates"}
        found = (path for path in self.project.root.rglob("*") if path.is_file() and not links & {path, *path.parents})
        return {str(path.relative_to(self.project.root)): path.read_bytes().decode(errors="replace") for path in found}
