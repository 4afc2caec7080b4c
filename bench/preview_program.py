"""Rows for the program's part of a preview: the unmodified program, against an engine that takes what comes over the wire."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING, Any

import yaml

import fixtures
from launch import HERE, interleaved

if TYPE_CHECKING:
    from pathlib import Path

    from launch import Cost
    from processes import Bench

sys.path.append(str(HERE.parent / "tests"))

_ROUNDS = 8
_PULUMI_SECONDS = 0.21  # what `import pulumi` takes where nothing else runs; a busy machine takes longer for both
_CLUSTER = {"cluster": {"context": "bench", "clusterIdentifier": "bench", "lookSeconds": 0}}  # the look is a process of its own


def previews(bench: Bench) -> dict[str, float]:
    """B21 and B22: seconds and megabytes, for files and for a cluster."""
    from program.engine import Engine

    with Engine().listening() as address:
        commands = {name: _command(bench.folder / name, target, address) for name, target in (("files", None), ("cluster", _CLUSTER))}
        cost = interleaved(bench.launcher, {"PP": [sys.executable, "-c", "import pulumi"], **commands}, _ROUNDS)
    return {**_figures("B21", cost["files"], cost["PP"]), **_figures("B22", cost["cluster"], cost["PP"])}


def _figures(row: str, cost: Cost, pulumi: Cost) -> dict[str, float]:
    return {row: cost.wall / pulumi.wall * _PULUMI_SECONDS, f"{row}m": cost.megabytes}


def _command(root: Path, target: dict[str, Any] | None, address: str) -> list[str]:
    """The command that runs the program as the language host does, for a project in `root`."""
    from program.ran import LAUNCHER

    config = yaml.safe_load(fixtures.stack_of_ten())["config"]
    if target is not None:
        config["coder:target"] = target
    (root / "stacks").mkdir(parents=True)
    shutil.copyfile(HERE.parent / "Pulumi.yaml", root / "Pulumi.yaml")
    (root / "stacks" / "Pulumi.dev.yaml").write_text(yaml.safe_dump({"config": config}), encoding="utf-8")
    passed = json.dumps({key: value if isinstance(value, str) else json.dumps(value) for key, value in config.items()})
    program = HERE.parent / "infra" / "__main__.py"
    return ["env", f"PULUMI_CONFIG={passed}", sys.executable, "-c", LAUNCHER, address, str(program), str(root), "True"]
