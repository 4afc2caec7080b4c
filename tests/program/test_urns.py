"""Who our resources are in a state. Where a URN changes, Pulumi creates what exists: it needs an alias and a new golden line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from program.project import run_stack
from program.ran import ROOT

GOLDEN = Path(__file__).parent / "urns"
TARGETS = {"files": {"files": {"secrets": "write"}}, "cluster": {"cluster": {"context": "prod", "clusterIdentifier": "prod-1"}}}
STACKS = sorted(path.name.split(".")[1] for path in (ROOT / "stacks").glob("Pulumi.*.yaml"))
MADE = {"pulumi-python:dynamic/codercfg:StackKey": {"key": "ab" * 32}}


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("name", STACKS)
def test_the_urns_of_a_shipped_stack_stay(tmp_path: Path, name: str, target: str) -> None:
    config = yaml.safe_load((ROOT / "stacks" / f"Pulumi.{name}.yaml").read_text(encoding="utf-8"))["config"]
    sections = {key.removeprefix("coder:"): value for key, value in config.items()} | {"target": TARGETS[target]}
    done = run_stack(tmp_path, sections, made=MADE)
    assert (done.code, done.stderr) == (0, "")
    urns = sorted(done.engine.urns)
    assert urns == (GOLDEN / f"{name}-{target}.txt").read_text(encoding="utf-8").splitlines()
