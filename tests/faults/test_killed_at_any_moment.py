"""`up`, killed somewhere by its seed: the next one finishes the work, and nothing is lost, doubled or left behind.

Each seed prints what it does. `make faults RUNS=1 SEED=17` runs that one again, `make faults` a hundred.
"""

from __future__ import annotations

import sys
import time
from random import Random
from typing import TYPE_CHECKING

import pytest

from faults import aftermath
from faults.clone import FaultyClone
from faults.seeds import seeds
from faults.stacks import Content, random_content
from faults.victims import Plan, lives, strike

if TYPE_CHECKING:
    from pathlib import Path

LIMIT_SECONDS = 120


def told(text: str) -> None:
    """Shown with a failure: how to have the same again, and what was printed."""
    sys.stdout.write(f"{text}\n")


class Used:
    """One clone that all seeds go through: each begins where the one before has come to."""

    def __init__(self, clone: FaultyClone) -> None:
        self.clone = clone
        self.content = Content(number=0, secret="kanarie-first")
        clone.give(self.content)
        running = clone.start("up", "--yes", "--skip-preview")
        self.lives = lives(running)
        assert running.communicate(timeout=LIMIT_SECONDS)[0]
        assert running.returncode == 0
        aftermath.converged(clone, self.content)


@pytest.fixture(scope="module")
def used(pulumi: Path, tmp_path_factory: pytest.TempPathFactory) -> Used:
    return Used(FaultyClone(tmp_path_factory.mktemp("killed") / "clone", pulumi))


@pytest.mark.parametrize("seed", seeds())
def test_the_next_update_finishes_what_a_killed_one_began(used: Used, seed: int) -> None:
    random, clone, began = Random(seed), used.clone, time.time() - 1
    wanted, plan = random_content(random), Plan.random(random)
    after = random.choice((wanted, wanted, used.content, random_content(random)))
    told(f"seed {seed}: {plan}; {used.content} -> {wanted} -> {after}")

    clone.give(wanted)
    running = clone.start("up", "--yes", "--skip-preview")
    struck = strike(running, plan, used.lives[plan.victim], [clone.root / "out" / name for name in ("faults", "elsewhere")])
    said, _ = running.communicate(timeout=LIMIT_SECONDS)
    told(f"struck: {struck}, exit code {running.returncode}\n{said}")
    aftermath.providers_are_gone(clone)
    aftermath.files_are_whole(clone)
    aftermath.state_is_readable(clone)

    secrets = {used.content.secret, wanted.secret, after.secret}
    used.content = after
    clone.give(after)
    then = clone.up()
    told(then)
    aftermath.converged(clone, after)
    aftermath.no_secret_is_left(clone, secrets, began)
    assert "Traceback" not in then
    assert "pending operations" not in then


def test_afterwards_nothing_is_left_to_do(used: Used) -> None:
    clone = used.clone
    clone.up("--expect-no-changes")
    assert clone.exported().get("pending_operations", []) == []
    clone.pulumi("destroy", "--yes", "--skip-preview")
    assert not (clone.root / "out").exists() or list((clone.root / "out").rglob("*")) == []
