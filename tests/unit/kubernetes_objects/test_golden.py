"""Whole manifests of whole stacks."""

from __future__ import annotations

import pytest

from unit.cli.golden import assert_golden
from unit.kubernetes_objects.rendering import CASES, NAMES, as_text, case, rendered


@pytest.mark.parametrize("name", NAMES)
def test_a_stack_makes_these_manifests(name: str) -> None:
    stack = case(name)
    objects = rendered(stack)
    notes = "".join(f"# {item.severity} {item.code} {item.origin}: {item.message}\n" for item in objects.diagnostics)

    assert objects.ok
    assert_golden(CASES / name / "manifests.yaml", notes + as_text(objects, stack.kubernetes.namespace))
