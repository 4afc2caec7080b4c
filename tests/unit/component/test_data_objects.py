"""Which objects hold data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from codercfg.component.data_objects import holds_data
from codercfg.component.plan import plan
from codercfg.stack_check import load_stack

if TYPE_CHECKING:
    from pathlib import Path


def test_the_namespace_and_the_trial_database_hold_data(tmp_path: Path) -> None:
    config = {
        "coder:release": "2.33.1",
        "coder:kubernetes": {"postgres": {"trial": True}},
        "coder:target": {"cluster": {"context": "prod"}},
    }
    stack = load_stack(yaml.safe_dump({"config": config})).stack
    assert stack is not None
    data = [(item["kind"], item["metadata"]["name"]) for item in plan(stack, tmp_path).objects.manifests if holds_data(item)]
    assert data == [("Namespace", "coder"), ("Secret", "coder-postgres"), ("StatefulSet", "coder-postgres")]


@pytest.mark.parametrize("kind", ["PersistentVolumeClaim", "PersistentVolume"])
def test_volumes_of_a_template_hold_data(kind: str) -> None:
    assert holds_data({"kind": kind, "metadata": {"name": "x"}})
