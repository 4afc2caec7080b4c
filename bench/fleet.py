"""The row for many previews: one `codercfg fleet preview` against as many CLI runs in a row, with the real engine."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

import fixtures
from launch import HERE, BenchError, measured

if TYPE_CHECKING:
    from pathlib import Path

    from processes import Bench

sys.path += [str(HERE.parent), str(HERE.parent / "tests")]

_COUNT = "CODERCFG_BENCH_FLEET"
_DEFAULT = 50


def fleet(bench: Bench) -> dict[str, float]:
    """B23: wall and processor time of one fleet preview, divided by those of the CLI runs; half of these before it, half after.

    Raises:
        BenchError: There is no CLI, no stack was asked for, or a preview failed.
    """
    from tools.bootstrap import pulumi_cli
    from tools.bootstrap.paths import Paths

    from engine.project import Project

    count = int(os.environ.get(_COUNT, _DEFAULT))
    cli = pulumi_cli.find(Paths())
    if cli is None or count < 1:
        raise BenchError(f"skipped: the fleet of stacks; {f'{_COUNT} is {count}' if cli else 'there is no Pulumi CLI: run `make tools`'}")
    project = Project.create(bench.folder / "fleet", cli)
    names = [f"s{number}" for number in range(count)]
    for number, name in enumerate(names):
        project.write_stack(name, fixtures.stack_of_ten(number, f"out/{name}"))
        project.init(name)
    environ = {**project.environ, "PATH": f"{cli.parent}:{project.environ['PATH']}", "PYTHONPATH": str(HERE.parent / "infra")}
    before = [_preview(bench, project.root, environ, str(cli), name) for name in names[: count // 2]]
    ours = [sys.executable, "-m", "codercfg.cli", "fleet", "preview", *names, "--format", "json"]
    wall, cpu = _run(bench, project.root, environ, ours)
    document = json.loads((bench.folder / "output").read_text(encoding="utf-8"))
    after = [_preview(bench, project.root, environ, str(cli), name) for name in names[count // 2 :]]
    _tell(document, wall)
    walls, cpus = zip(*before, *after, strict=True)
    return {"B23": wall / sum(walls), "B23c": cpu / sum(cpus)}


def _preview(bench: Bench, root: Path, environ: dict[str, str], cli: str, name: str) -> tuple[float, float]:
    return _run(bench, root, environ, [cli, "preview", "--non-interactive", "--stack", name])


def _run(bench: Bench, root: Path, environ: dict[str, str], command: list[str]) -> tuple[float, float]:
    cost = measured(bench.launcher, command[0], command, cwd=root, env=environ)
    return cost.wall, cost.cpu


def _tell(document: dict[str, Any], wall: float) -> None:
    """What the rows do not say: where the seconds of one preview go."""
    spent = [item["seconds"] for item in document["stacks"]]
    engine, program = (sum(item[key] for item in spent) / len(spent) for key in ("engine", "program"))
    print(f"B23: {len(spent)} stacks in {wall:.1f} s; each {engine:.2f} s engine and {program:.2f} s program, {document['jobs']} at once")
