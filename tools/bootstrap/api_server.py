"""kube-apiserver, built once per version; the cluster tests apply every object to it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tools.bootstrap.failure import SetupError
from tools.bootstrap.go_tool import GoTool, build
from tools.bootstrap.installed import directory_in_one_step, one_at_a_time
from tools.bootstrap.pins import KUBERNETES
from tools.bootstrap.process import said_by

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tools.bootstrap.paths import Paths

SERVER = GoTool(
    name="kube-apiserver",
    package="k8s.io/kubernetes/cmd/kube-apiserver",
    linker=f"-X k8s.io/component-base/version.gitVersion=v{KUBERNETES}",
    effort="2 to 8 minutes on 2 cores, once per version",
)


def cached(paths: Paths) -> Path:
    """Return where the server lies, whether or not it is there."""
    return paths.cache / "kube-apiserver" / KUBERNETES / "kube-apiserver"


def find(paths: Paths) -> Path | None:
    """Return the server of the pinned version, or None."""
    return cached(paths) if fits(cached(paths)) else None


def fits(server: Path) -> bool:
    """Tell whether `server` runs and is of the pinned version."""
    return os.access(server, os.X_OK) and said_by([server, "--version"]).endswith(f"v{KUBERNETES}")


def ensure(paths: Paths, environ: Mapping[str, str] = os.environ) -> Path:
    """Return the server, building it if need be.

    Raises:
        SetupError: Go is missing or too old, or the build failed.
    """
    if found := find(paths):
        return found
    with one_at_a_time(paths.cache / "kube-apiserver.lock"):
        if found := find(paths):
            return found
        with directory_in_one_step(cached(paths).parent) as made:
            build(SERVER, made / "kube-apiserver", paths, environ)
            if not fits(made / "kube-apiserver"):
                raise SetupError("kube-apiserver was built but does not run.", f"see the logs in {paths.logs}")
    return cached(paths)
