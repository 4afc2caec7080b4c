"""Files that are written before the same files are to be deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faults import aftermath

if TYPE_CHECKING:
    from faults.clone import FaultyClone

SERVICE = "urn:pulumi:faults::coder::codercfg:index:CoderDeployment$pulumi-python:dynamic/codercfg:ManifestFile::service-coder"


def test_replacing_an_object_by_hand_keeps_its_file_and_destroying_the_stack_does_not(clone: FaultyClone) -> None:
    assert "replaced" in clone.up("--replace", SERVICE)
    aftermath.converged(clone, clone.stack())
    clone.pulumi("destroy", "--yes", "--skip-preview", "--run-program")
    assert list((clone.root / "out").rglob("*")) == []
