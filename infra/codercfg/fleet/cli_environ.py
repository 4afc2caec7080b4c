"""The environment that programs find under the Pulumi CLI.

The wrapper that `make` writes (`.venv/bin/pulumi`) gives the CLI a backend, a passphrase file and more that the shell lacks. Programs that
we run in the CLI's place need the same: what they derive of the passphrase would differ otherwise.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARK = b"codercfg pulumi shim"  # in its first lines
_QUESTION = "--codercfg-environ"
_LIMIT_SECONDS = 60


def cli_environ(cli: str, environ: Mapping[str, str]) -> dict[str, str]:
    """`environ` with what the wrapper adds; as it is for any other CLI.

    Args:
        cli: Path of the CLI.
        environ: Environment to start it with.
    """
    return {**environ, **(_added(cli, environ) if _is_wrapper(cli) else {})}


def _is_wrapper(cli: str) -> bool:
    try:
        with Path(cli).open("rb") as file:
            return _MARK in file.read(200)
    except OSError:
        return False


def _added(cli: str, environ: Mapping[str, str]) -> dict[str, str]:
    """Nothing where it does not answer: it then says what is wrong when the first preview starts it."""
    try:
        done = subprocess.run(  # noqa: S603  (no shell)
            [cli, _QUESTION], env=dict(environ), capture_output=True, timeout=_LIMIT_SECONDS, stdin=subprocess.DEVNULL, check=False
        )
        answer = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return {}
    return {str(name): str(value) for name, value in answer.items()} if isinstance(answer, dict) and done.returncode == 0 else {}
