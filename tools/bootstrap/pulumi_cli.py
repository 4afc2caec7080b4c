"""Find the Pulumi CLI, or get it: PATH, then our cache, then Pulumi's installer, then a Go build."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from tools.bootstrap import official_installer
from tools.bootstrap.failure import SetupError
from tools.bootstrap.go_tool import GoTool, build, module_directory
from tools.bootstrap.installed import directory_in_one_step, one_at_a_time
from tools.bootstrap.pins import PULUMI, PULUMI_BELOW, version_tuple
from tools.bootstrap.process import said_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tools.bootstrap.paths import Paths

SHIM_MARK = b"codercfg pulumi shim"
LANGUAGE_HOST = "pulumi-language-python"
SDK = "github.com/pulumi/pulumi/sdk/v3"
CLI = GoTool(
    name="pulumi",
    package="github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    tags="osusergo,grpcnotrace",
    # Without a version the CLI calls itself v0.0.0 and refuses `requiredPulumiVersion`.
    linker=f"-X {SDK}/go/common/version.Version=v{PULUMI}",
    effort="2 to 8 minutes on 2 cores, once per version",
)
HOST = GoTool(name=LANGUAGE_HOST, package=f"{SDK}/python/cmd/pulumi-language-python", effort="half a minute")
SCRIPTS = (f"python/cmd/{LANGUAGE_HOST}-exec", "python/dist/pulumi-resource-pulumi-python")


def find(paths: Paths, environ: Mapping[str, str] = os.environ) -> Path | None:
    """Return the first `pulumi` that fits, on PATH or in the cache, or None."""
    return next((cli for cli in _candidates(paths, environ) if fits(cli)), None)


def ensure(paths: Paths, environ: Mapping[str, str] = os.environ) -> Path:
    """Return a `pulumi` that fits, getting one if need be.

    Raises:
        SetupError: every way failed; says why the last one did.
    """
    if found := find(paths, environ):
        return found
    with one_at_a_time(paths.cache / "pulumi.lock"):
        if found := find(paths, environ):  # the make we waited for got it
            return found
        _get(paths, environ)
    cli = cached(paths)
    if not fits(cli):
        raise SetupError(f"{cli} does not answer `pulumi version` with {PULUMI}.", f"remove {cli.parent} and run the same command again")
    return cli


def cached(paths: Paths) -> Path:
    """Return where our own copy lies, whether or not it is there."""
    return paths.cache / "pulumi" / PULUMI / "bin" / "pulumi"


def fits(cli: Path) -> bool:
    """Tell whether `cli` runs, has a version we work with, and has the Python language host beside it."""
    if not os.access(cli, os.X_OK) or not os.access(cli.resolve().parent / LANGUAGE_HOST, os.X_OK):
        return False
    answer = said_by([cli, "version"], environ={**os.environ, "PULUMI_SKIP_UPDATE_CHECK": "true"})
    return version_tuple(PULUMI) <= version_tuple(answer) < version_tuple(PULUMI_BELOW)


def is_shim(program: Path) -> bool:
    """Tell whether `program` is the `.venv/bin/pulumi` of this or another clone; running it from here would not end."""
    with program.open("rb") as content:
        return SHIM_MARK in content.read(200)


def _candidates(paths: Paths, environ: Mapping[str, str]) -> Iterator[Path]:
    for directory in environ.get("PATH", "").split(os.pathsep):
        program = Path(directory) / "pulumi"
        if directory and program.is_file() and os.access(program, os.R_OK | os.X_OK) and not is_shim(program):
            yield program
    yield cached(paths)


def _get(paths: Paths, environ: Mapping[str, str]) -> None:
    with directory_in_one_step(cached(paths).parents[1]) as made:
        print(f"No Pulumi CLI {PULUMI} or newer on PATH; asking Pulumi's installer for it ...", flush=True)
        try:
            official_installer.install(made, paths)
        except SetupError as refused:
            print(f"  {refused.problem}", flush=True)
            _build(made / "bin", paths, environ, refused)
        if not fits(made / "bin" / "pulumi"):
            raise SetupError("The Pulumi CLI was installed but does not run.", f"see the logs in {paths.logs}")
    print(f"Pulumi CLI {PULUMI} is in {cached(paths).parent}", flush=True)


def _build(into: Path, paths: Paths, environ: Mapping[str, str], refused: SetupError) -> None:
    shutil.rmtree(into, ignore_errors=True)  # what a download that broke off left
    into.mkdir()
    try:
        build(CLI, into / "pulumi", paths, environ)
        build(HOST, into / LANGUAGE_HOST, paths, environ)
    except SetupError as failed:
        raise SetupError(
            f"No Pulumi CLI: none on PATH fits; {refused.problem.rstrip('.')}; {failed.problem}",
            f"{failed.remedy}; or install Pulumi {PULUMI} yourself (https://www.pulumi.com/docs/install/)",
        ) from failed
    source = module_directory(CLI.name, SDK, paths, environ)
    for script in SCRIPTS:
        shutil.copyfile(Path(source) / script, into / Path(script).name)
        (into / Path(script).name).chmod(0o755)
