from __future__ import annotations

from codercfg.component.secret_revisions import secret_revisions


def test_a_new_secret_begins_at_one() -> None:
    assert secret_revisions({}, {"kind": "Secret", "data": {"A": "x", "B": "y"}}) == {"A": 1, "B": 1}


def test_only_the_changed_key_moves_on() -> None:
    olds = {"manifest": {"data": {"A": "x", "B": "y"}}, "revisions": {"A": 1.0, "B": 4.0}}
    assert secret_revisions(olds, {"data": {"A": "x", "B": "z", "C": "new"}}) == {"A": 1, "B": 5, "C": 1}


def test_a_removed_key_is_forgotten() -> None:
    assert secret_revisions({"manifest": {"data": {"A": "x"}}, "revisions": {"A": 3}}, {"data": {}}) == {}


def test_an_older_state_without_numbers_begins_at_one() -> None:
    assert secret_revisions({"manifest": {"data": {"A": "x"}}}, {"data": {"A": "other"}}) == {"A": 1}
