from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from codercfg.component.provider_seeds import FIELDS
from codercfg.component.seed_record import compared
from codercfg.component.seeded_providers import SeededProvidersProvider

OLD, NEW = dict.fromkeys(FIELDS, "a"), {**dict.fromkeys(FIELDS, "a"), "type": "b", "key": "b"}
PLACES = {"eu": {"type": "Pulumi.prod.yaml:7:9", "key": "Pulumi.prod.yaml:8:9"}}
NAMES = st.sampled_from(["eu", "us", "third"])
DIGESTS = st.fixed_dictionaries(dict.fromkeys(FIELDS, st.sampled_from("ab")))


def test_a_change_is_refused_with_place_reason_and_remedy() -> None:
    assert "\n".join(compared({"eu": OLD}, {}, {"eu": NEW}, PLACES, {}).problems) == (
        "Pulumi.prod.yaml:7:9: [PUL070] `type` and `key` of the AI provider `eu` are not what the database was seeded with\n"
        "  = why: the server compares its database with the stack at every start: every replica would refuse to start\n"
        "  = help: put the old value back and change the provider in the product, through its API or with Terraform; "
        "when the database row was changed to match, say why under `coder:kubernetes.aiProviders.changed.eu`"
    )


def test_a_reason_lets_a_change_pass_once() -> None:
    passed = compared({"eu": OLD}, {}, {"eu": NEW}, PLACES, {"eu": "rotated"})
    assert (passed.problems, passed.used, passed.recorded) == ([], {"eu": "rotated"}, {"eu": NEW})
    again = compared(passed.recorded, passed.used, {"eu": OLD}, PLACES, {"eu": "rotated"})
    assert len(again.problems) == 1
    assert "the reason under `coder:kubernetes.aiProviders.changed.eu` has let an earlier change pass" in again.problems[0]
    assert compared(passed.recorded, passed.used, {"eu": OLD}, PLACES, {"eu": "rotated again"}).problems == []


def test_a_reason_that_nothing_needed_is_not_used_up() -> None:
    assert compared({"eu": OLD}, {}, {"eu": OLD}, PLACES, {"eu": "later"}).used == {}


def test_a_removed_provider_stays_on_record() -> None:
    gone = compared({"eu": OLD}, {}, {}, {}, {})
    assert (gone.recorded, gone.removed, gone.problems) == ({"eu": OLD}, ["eu"], [])
    assert compared(gone.recorded, {}, {"eu": OLD}, {}, {}).removed == []
    assert len(compared(gone.recorded, {}, {"eu": NEW}, {}, {}).problems) == 1


@given(st.dictionaries(NAMES, DIGESTS), st.dictionaries(NAMES, DIGESTS), st.dictionaries(NAMES, st.sampled_from(["x", "y"])))
def test_what_passes_once_passes_again_unchanged(before: Any, now: Any, reasons: Any) -> None:
    record = compared(before, {}, now, {}, reasons)
    if not record.problems:
        again = compared(record.recorded, record.used, now, {}, reasons)
        assert again == record
    assert set(record.recorded) == set(before) | set(now)


def test_a_key_that_is_not_known_yet_compares_nothing() -> None:
    unknown = object()
    news = {"seeds": unknown, "keyId": unknown}
    assert SeededProvidersProvider().check({}, news).inputs == news


def test_digests_of_another_key_become_the_record_without_comparing() -> None:
    olds = {"keyId": "1", "recorded": {"eu": OLD}, "used": {"eu": "x"}}
    result = SeededProvidersProvider().check(olds, {"keyId": "2", "seeds": {"eu": NEW}})
    assert result.failures == []
    assert result.inputs["recorded"] == {"eu": NEW}


def test_a_line_that_moved_is_no_change() -> None:
    kept = {"keyId": "1", "recorded": {"eu": OLD}, "removed": [], "used": {}}
    assert SeededProvidersProvider().diff("x", {**kept, "places": {"eu": {}}}, {**kept, "places": PLACES}).changes is False
    assert SeededProvidersProvider().diff("x", kept, {**kept, "removed": ["eu"]}).changes is True
