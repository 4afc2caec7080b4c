"""A throw-away copy of the project that the real Pulumi CLI runs in."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "passphrase of the engine tests"
LIMIT_SECONDS = 120


@dataclass(frozen=True)
class Project:
    """A directory with Pulumi.yaml, the program, and stacks of its own; state lies in `root`/state."""

    root: Path
    cli: Path
    environ: dict[str, str]

    @classmethod
    def create(cls, root: Path, cli: Path) -> Project:
        """Link what runs (program, templates) and copy what Pulumi or a test writes to (stacks)."""
        (root / "state").mkdir(parents=True)
        shutil.copyfile(ROOT / "Pulumi.yaml", root / "Pulumi.yaml")
        # The program's folder itself is real: a program sees its working directory resolved, and finds its project from there.
        (root / "infra").mkdir()
        shutil.copyfile(ROOT / "infra" / "__main__.py", root / "infra" / "__main__.py")
        for name in ("infra/codercfg", "templates"):
            (root / name).symlink_to(ROOT / name, target_is_directory=True)
        shutil.copytree(ROOT / "stacks", root / "stacks")
        return cls(root, cli, environ_of(root, cli))

    def run(self, *arguments: str, code: int | None = 0, **environ: str) -> subprocess.CompletedProcess[str]:
        """Run the CLI and return what it printed.

        Args:
            arguments: as typed after `pulumi`.
            code: the exit code that has to come back; None accepts any.
            environ: variables on top of the project's own.
        """
        done = subprocess.run(
            [self.cli, "--color", "never", "--non-interactive", *arguments],
            cwd=self.root,
            env={**self.environ, **environ},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=LIMIT_SECONDS,
            check=False,
        )
        if code is not None:
            assert done.returncode == code, f"pulumi {' '.join(arguments)}: exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def init(self, stack: str) -> None:
        """Create the stack in the backend and select it."""
        self.run("stack", "init", stack)

    def write_stack(self, stack: str, text: str) -> Path:
        """Write the stack file and return its path."""
        file = self.root / "stacks" / f"Pulumi.{stack}.yaml"
        file.write_text(text, encoding="utf-8")
        return file

    def preview(self, *arguments: str, code: int | None = 0) -> subprocess.CompletedProcess[str]:
        return self.run("preview", *arguments, code=code)

    def up(self, *arguments: str, code: int | None = 0) -> subprocess.CompletedProcess[str]:
        return self.run("up", "--yes", *arguments, code=code)

    def refresh(self, *arguments: str, code: int | None = 0) -> subprocess.CompletedProcess[str]:
        return self.run("refresh", "--yes", *arguments, code=code)

    def destroy(self, *arguments: str, code: int | None = 0) -> subprocess.CompletedProcess[str]:
        return self.run("destroy", "--yes", *arguments, code=code)

    def planned(self, *arguments: str) -> dict[str, Any]:
        """Return the preview as the engine's JSON digest (steps, changeSummary, diagnostics)."""
        digest: dict[str, Any] = json.loads(self.run("preview", "--json", *arguments).stdout)
        return digest

    def outputs(self) -> dict[str, Any]:
        """Return the outputs of the selected stack, secrets masked."""
        found: dict[str, Any] = json.loads(self.run("stack", "output", "--json").stdout)
        return found

    def state(self) -> dict[str, Any]:
        """Return the deployment of the selected stack as it is stored, secrets encrypted."""
        exported: dict[str, Any] = json.loads(self.run("stack", "export").stdout)
        return exported


def base_environ() -> dict[str, str]:
    """Return this process's environment without what a person set for their own stacks and clusters."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PULUMI_", "CODER_", "KUBECONFIG"))}


def environ_of(root: Path, cli: Path) -> dict[str, str]:
    theirs = base_environ()
    # The folder of the interpreter as it was called: resolved, it would be that of the base installation.
    search = [str(Path(sys.executable).parent), str(cli.parent), theirs.get("PATH", os.defpath)]
    return theirs | {
        "HOME": str(root),
        "PATH": os.pathsep.join(search),
        "PULUMI_HOME": str(root / "home"),
        "PULUMI_BACKEND_URL": (root / "state").as_uri(),
        "PULUMI_CONFIG_PASSPHRASE": PASSPHRASE,
        "PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER": "true",
        "PULUMI_SKIP_UPDATE_CHECK": "true",
        "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",  # a test that downloads is a test that fails elsewhere
    }
