"""Gives a Pulumi home the Kubernetes plugin: the real one where this machine has it, else the stand-in."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kubernetes_plugin.identity import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "pulumi-resource-kubernetes"
FOLDER = f"resource-kubernetes-v{VERSION}"
TESTS = Path(__file__).resolve().parents[1]


def install(home: Path, environ: Mapping[str, str] = os.environ) -> str:
    """Put a plugin where the CLI looks for it, and return which: `real` or `stand-in`.

    The real plugin is linked, so that both are found in the same way, and none is downloaded.
    """
    folder = home / "plugins" / FOLDER
    folder.parent.mkdir(parents=True, exist_ok=True)
    if found := real_plugin(environ):
        folder.mkdir()
        (folder / NAME).symlink_to(found)
        return "real"
    folder.mkdir()
    (folder / NAME).write_text(_script(), encoding="utf-8")
    (folder / NAME).chmod(0o755)
    return "stand-in"


def real_plugin(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The real plugin of the pinned version: in a person's own Pulumi home, or on PATH."""
    home = Path(environ.get("PULUMI_HOME") or Path(environ.get("HOME", "/")) / ".pulumi")
    cached = home / "plugins" / FOLDER / NAME
    if os.access(cached, os.X_OK):
        return cached
    on_path = shutil.which(NAME, path=environ.get("PATH", ""))
    return Path(on_path) if on_path else None


def _script() -> str:
    code = f"import sys; sys.path.insert(0, {str(TESTS)!r}); from kubernetes_plugin.serve import main; main(sys.argv[1:])"
    head = "#!/bin/sh\n# A stand-in for the Kubernetes plugin, written by the tests of codercfg.\n"
    return f'{head}exec {shlex.quote(sys.executable)} -P -c {shlex.quote(code)} "$@"\n'
