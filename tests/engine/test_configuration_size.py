"""How much configuration the real CLI hands to a program, and that we count as it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from codercfg.releases.table import newest
from codercfg.sources.stack.reading import Reading
from codercfg.sources.stack.size import MOST_BYTES, passed_bytes
from codercfg.yaml_reader.nodes import Places, YamlMap
from codercfg.yaml_reader.text import read
from engine.manifest_files import ManifestFiles

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = 'import os, pulumi\npulumi.export("bytes", len(os.environ["PULUMI_CONFIG"].encode()))\n'
ODD: dict[str, Any] = {
    "coder:text": 'a<b>&c é\u2028 "quoted" \\ back\ttab',
    "coder:number": 5,
    "coder:flag": True,
    "aws:tags": {"list": [1, 2.5, 3.0, True, None, "t<\t\u0001>"], "deep": {"ü": "line\nbreak"}},
}


def counted(project: ManifestFiles, config: dict[str, Any]) -> int:
    """Write the stack file and count."""
    text = yaml.safe_dump({"config": config}, allow_unicode=True, sort_keys=False)
    project.write_stack("dev", text)
    root, problems = read(text)
    assert isinstance(root, YamlMap)
    assert problems == []
    return passed_bytes(root["config"], Reading(Places("stack", "x"), newest()))[0]


def test_the_last_byte_that_fits_and_the_first_that_does_not(pulumi: Path, tmp_path: Path) -> None:
    project = ManifestFiles.with_program(tmp_path / "project", pulumi, PROGRAM)
    size = counted(project, {**ODD, "coder:pad": ""})
    project.up("--skip-preview")
    assert project.outputs()["bytes"] == size

    full = "x" * (MOST_BYTES - size)
    assert counted(project, {**ODD, "coder:pad": full}) == MOST_BYTES
    project.up("--skip-preview")
    assert project.outputs()["bytes"] == MOST_BYTES

    counted(project, {**ODD, "coder:pad": f"{full}x"})
    refused = project.up("--skip-preview", code=None)
    assert refused.returncode not in {0, None}
    assert "argument list too long" in refused.stdout
