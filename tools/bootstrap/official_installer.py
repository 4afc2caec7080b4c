"""Pulumi's own installer, as the pulumi package runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.bootstrap.process import run_logged

if TYPE_CHECKING:
    from pathlib import Path

    from tools.bootstrap.paths import Paths

# Long enough for a slow line (a release is about 100 MB), short enough for a network that swallows packets.
LIMIT_SECONDS = 240
# The installer script is fetched without a time-out of its own.
PROGRAM = """
import socket, sys
socket.setdefaulttimeout(15)
from pulumi.automation import PulumiCommand
PulumiCommand.install(root=sys.argv[1])
"""


def install(target: Path, paths: Paths) -> None:
    """Install the release that matches the locked pulumi package into `target` (programs in `target`/bin).

    Raises:
        SetupError: the download was refused, the network cannot be reached, or it took too long.
    """
    run_logged(
        [paths.python, "-c", PROGRAM, target],
        step="Pulumi's installer",
        log=paths.logs / "pulumi-installer.log",
        limit_seconds=LIMIT_SECONDS,
    )
