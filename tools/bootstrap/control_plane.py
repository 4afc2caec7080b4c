"""kube-apiserver and kube-controller-manager, built once per version; the cluster tests apply every object to them.

Both come from one Go module: the second build reuses nearly all that the first one compiled.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Program:
    """One program of the control plane, by the name of its command."""

    name: str
    effort: str  # for the person who waits

    def cached(self, paths: Paths) -> Path:
        """Return where the program lies, whether or not it is there."""
        return paths.cache / self.name / KUBERNETES / self.name

    def find(self, paths: Paths) -> Path | None:
        """Return the program of the pinned version, or None."""
        return self.cached(paths) if fits(self.cached(paths)) else None

    def ensure(self, paths: Paths, environ: Mapping[str, str] = os.environ) -> Path:
        """Return the program, building it if need be.

        Raises:
            SetupError: Go is missing or too old, or the build failed.
        """
        if found := self.find(paths):
            return found
        with one_at_a_time(paths.cache / f"{self.name}.lock"):
            if found := self.find(paths):
                return found
            with directory_in_one_step(self.cached(paths).parent) as made:
                build(self._tool(), made / self.name, paths, environ)
                if not fits(made / self.name):
                    raise SetupError(f"{self.name} was built but does not run.", f"see the logs in {paths.logs}")
        return self.cached(paths)

    def _tool(self) -> GoTool:
        return GoTool(
            name=self.name,
            package=f"k8s.io/kubernetes/cmd/{self.name}",
            module="kubernetes",
            linker=f"-X k8s.io/component-base/version.gitVersion=v{KUBERNETES}",
            effort=self.effort,
        )


API_SERVER = Program("kube-apiserver", "2 to 8 minutes on 2 cores, once per version")
CONTROLLER_MANAGER = Program("kube-controller-manager", "1 to 4 minutes on 2 cores, once per version")


def fits(program: Path) -> bool:
    """Tell whether `program` runs and is of the pinned version."""
    return os.access(program, os.X_OK) and said_by([program, "--version"]).endswith(f"v{KUBERNETES}")
