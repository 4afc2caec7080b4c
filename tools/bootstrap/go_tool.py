"""Build a pinned program from its Go module under tools/go; go.sum holds the checksum of every source."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.bootstrap.failure import SetupError
from tools.bootstrap.pins import version_tuple
from tools.bootstrap.process import run_logged, said_by

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tools.bootstrap.paths import Paths

LIMIT_SECONDS = 45 * 60
FIRST_TO_FETCH_TOOLCHAINS = (1, 21)


@dataclass(frozen=True)
class GoTool:
    """A program to build: its package, what the linker is told, and the folder of its module under tools/go where that has another name."""

    name: str
    package: str
    tags: str = ""
    linker: str = ""
    module: str = ""
    effort: str = ""  # for the person who waits


def build(tool: GoTool, target: Path, paths: Paths, environ: Mapping[str, str] = os.environ) -> None:
    """Write the program to `target`.

    Raises:
        SetupError: Go is missing or too old, or the build failed (the log is named).
    """
    module = paths.root / "tools" / "go" / (tool.module or tool.name)
    go = usable_go(module, environ)
    print(f"Building {tool.name} with Go ({tool.effort}) ...", flush=True)
    run_logged(
        [go, "build", "-trimpath", "-tags", tool.tags, "-ldflags", f"-s -w {tool.linker}".strip(), "-o", target, tool.package],
        step=f"Building {tool.name}",
        log=paths.logs / f"build-{tool.name}.log",
        limit_seconds=LIMIT_SECONDS,
        environ=go_environ(environ),
        cwd=module,
    )


def module_directory(name: str, dependency: str, paths: Paths, environ: Mapping[str, str] = os.environ) -> str:
    """Return where Go keeps the sources of a dependency of module `name`, or "" when it does not have them."""
    module = paths.root / "tools" / "go" / name
    go = usable_go(module, environ)
    return said_by([go, "-C", module, "list", "-m", "-f", "{{.Dir}}", dependency], environ=go_environ(environ), limit_seconds=120)


def go_environ(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a build: the caller's, less what would build something else."""
    return {**environ, "GOFLAGS": "-mod=readonly -buildvcs=false", "GOWORK": "off", "CGO_ENABLED": "0"}


def usable_go(module: Path, environ: Mapping[str, str] = os.environ) -> str:
    """Return the path of a `go` that can build `module`.

    Raises:
        SetupError: there is none, or it is older than the module asks and may not fetch a newer one (GOTOOLCHAIN).
    """
    needed = re.search(r"^go ([\d.]+)", (module / "go.mod").read_text(encoding="utf-8"), re.MULTILINE)
    wanted = needed.group(1) if needed else "1.26"
    go = shutil.which("go", path=environ.get("PATH", ""))
    if not go:
        raise SetupError("Go is not on PATH.", f"install Go {wanted} or newer (https://go.dev/dl/)")
    # Asked outside the module: inside it an old Go answers only with its complaint.
    version, _, toolchain = said_by([go, "env", "GOVERSION", "GOTOOLCHAIN"], environ={**environ, "GOWORK": "off"}).partition("\n")
    have = version_tuple(version)
    if have >= version_tuple(wanted) or (have >= FIRST_TO_FETCH_TOOLCHAINS and toolchain.strip() not in {"local", "path"}):
        return go
    raise SetupError(
        f"Go {version.removeprefix('go') or 'of unknown version'} is too old: {module.name} needs {wanted}.",
        f"install Go {wanted} or newer (https://go.dev/dl/), or let yours fetch it with `export GOTOOLCHAIN=auto`",
    )
