"""`make up`: from a clone to written manifests."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING

from tools.bootstrap import pulumi_cli, venv
from tools.bootstrap.failure import SetupError
from tools.bootstrap.process import said_by

if TYPE_CHECKING:
    from tools.bootstrap.paths import Paths


def up(paths: Paths, stack: str) -> int:
    """Set up what is missing, then bring `stack` up; return the exit code of `pulumi up`.

    Raises:
        SetupError: there is no such stack file, or the set-up failed.
    """
    check_stack(paths, stack)
    venv.ensure(paths)
    venv.write_shim(paths, pulumi_cli.ensure(paths))
    for arguments in (["stack", "select", "--create", stack], ["up", "--yes", "--stack", stack]):
        code = subprocess.run([paths.shim, "--cwd", paths.root, *arguments], check=False).returncode
        if code != 0:
            return code
    print(summary(stack, outputs(paths, stack)), flush=True)
    return 0


def check_stack(paths: Paths, stack: str) -> None:
    """Refuse a stack that has no file: Pulumi would create an empty one and complain about each missing value.

    Raises:
        SetupError: no such file.
    """
    if re.fullmatch(r"[A-Za-z0-9_.-]+", stack) and (paths.stacks / f"Pulumi.{stack}.yaml").is_file():
        return
    names = ", ".join(file.name.removeprefix("Pulumi.").removesuffix(".yaml") for file in sorted(paths.stacks.glob("Pulumi.*.yaml")))
    raise SetupError(
        f"There is no stack file stacks/Pulumi.{stack}.yaml.", f"choose one of: {names or '(none)'}; as in `make up STACK=dev`"
    )


def outputs(paths: Paths, stack: str) -> dict[str, object]:
    """Return the outputs of the stack, secrets masked by the CLI."""
    text = said_by([paths.shim, "--cwd", paths.root, "stack", "output", "--json", "--stack", stack], limit_seconds=60)
    found = json.loads(text or "{}")
    return found if isinstance(found, dict) else {}


def summary(stack: str, found: dict[str, object]) -> str:
    """Return the closing words: what was written, and what people do next."""
    files = found.get("files")
    written = [str(file) for file in files] if isinstance(files, list) else []
    folder = written[0].rpartition("/")[0] if written else ""
    lines = [f"Written, {len(written)} manifests:" if written else "Done.", *(f"  {file}" for file in written)]
    hand_on, look = (
        f"  kubectl apply -f {folder}        # hand them to a cluster",
        f"  codercfg drift {stack}            # whether the cluster is as the stack says",
    )
    return "\n".join(
        [
            "",
            *lines,
            "",
            "Next:",
            "  . .venv/bin/activate          # then `pulumi` and `codercfg` are commands",
            f"  pulumi preview --diff         # after an edit of stacks/Pulumi.{stack}.yaml",
            hand_on if folder else look,
        ]
    )
