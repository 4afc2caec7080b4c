"""The resource that asks before names change."""

from __future__ import annotations

from typing import Any

from codercfg.component.layout import LayoutProvider

BEFORE = {"namespace": "coder", "name": "coder", "instance": "coder", "cluster": "prod", "replaces": ""}
PROVIDER = LayoutProvider()


def refused(olds: dict[str, Any], **changed: str) -> list[str]:
    return [failure.reason for failure in PROVIDER.check(olds, {**BEFORE, **changed}).failures or []]


def test_a_new_stack_and_an_unchanged_one_pass() -> None:
    assert refused({}) == []
    assert refused(BEFORE) == []


def test_a_change_is_refused_with_the_line_that_consents() -> None:
    (reason,) = refused(BEFORE, name="chat", instance="chat")
    assert reason.startswith("[PUL006] the objects would be others:\n  name `coder` is now `chat`: ")
    assert reason.endswith("= help: put it back, or consent with `target.cluster.replaces: coder/coder/coder@prod`")


def test_consent_holds_for_these_names_alone() -> None:
    assert refused(BEFORE, namespace="chat", replaces="coder/coder/coder@prod") == []
    assert refused({**BEFORE, "namespace": "chat"}, namespace="third", replaces="coder/coder/coder@prod") != []


def test_a_consent_left_behind_changes_nothing() -> None:
    after = {**BEFORE, "replaces": "old/coder/coder@prod"}
    assert PROVIDER.diff("layout", BEFORE, after).changes is False
    assert PROVIDER.diff("layout", BEFORE, {**BEFORE, "name": "chat"}).changes is True


def test_names_are_kept() -> None:
    assert PROVIDER.create(BEFORE).outs == BEFORE
    assert PROVIDER.update("layout", {}, BEFORE).outs == BEFORE
