"""The key of a stack's fingerprints, with the real engine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from engine.manifest_files import ManifestFiles
from engine.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = f"""
import sys
sys.path.insert(0, {str(ROOT / "infra")!r})
import pulumi
from hashlib import sha256
from codercfg.component.stack_key import StackKey

key = StackKey("fingerprint-key").key
pulumi.export("key", key)
pulumi.export("digest", pulumi.Output.unsecret(key.apply(lambda text: sha256(text.encode()).hexdigest())))
"""


def test_the_key_is_made_once_and_stays_encrypted(pulumi: Path, tmp_path: Path) -> None:
    project = ManifestFiles.with_program(tmp_path / "project", pulumi, PROGRAM)
    project.up("--skip-preview")
    first = project.outputs()
    project.up("--skip-preview", "--expect-no-changes")
    project.refresh()
    assert project.outputs() == first
    assert first["key"] == "[secret]"
    shown: dict[str, str] = json.loads(project.run("stack", "output", "--json", "--show-secrets").stdout)
    assert len(bytes.fromhex(shown["key"])) == 32
    assert shown["key"] not in project.everything_kept()
