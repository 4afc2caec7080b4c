from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))

from gates import GATES, NOISE, Gate, Verdict

WALL = Gate("W", "wall", 2.0, decided_by="B2")
B2 = next(gate for gate in GATES if gate.row == "B2")


def test_a_figure_at_its_limit_holds() -> None:
    assert WALL.verdict({"W": 2.0}) is Verdict.OK


def test_a_row_without_a_figure_is_skipped_and_not_taken_for_held() -> None:
    assert WALL.verdict({}) is Verdict.SKIPPED


def test_a_small_miss_of_a_wall_ratio_holds_when_the_instructions_hold() -> None:
    assert WALL.verdict({"W": 2.0 * (1 + NOISE), "B2": B2.limit}) is Verdict.NOISE


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param({"W": 2.0 * (1 + NOISE) + 0.01, "B2": 1.0}, id="missed by more than the noise"),
        pytest.param({"W": 2.05, "B2": B2.limit + 0.01}, id="the instructions do not hold"),
        pytest.param({"W": 2.05}, id="the instructions were not counted"),
    ],
)
def test_any_other_miss_of_a_wall_ratio_is_broken(figures: dict[str, float]) -> None:
    assert WALL.verdict(figures) is Verdict.BROKEN


def test_a_row_without_instructions_beside_it_has_no_tolerance() -> None:
    assert Gate("X", "warm", 2.0).verdict({"X": 2.01, "B2": 1.0}) is Verdict.BROKEN


def test_every_row_has_a_number_of_its_own_and_is_decided_by_a_row_that_exists() -> None:
    rows = [gate.row for gate in GATES]

    assert sorted(set(rows)) == sorted(rows)
    assert {gate.decided_by for gate in GATES} - {None} <= set(rows)


def test_a_goal_that_is_missed_is_shown_and_breaks_nothing() -> None:
    goal = Gate("X", "a figure to work towards", 1.0, goal=True)

    assert goal.verdict({"X": 2.0}) is Verdict.AHEAD
    assert goal.verdict({"X": 1.0}) is Verdict.OK
