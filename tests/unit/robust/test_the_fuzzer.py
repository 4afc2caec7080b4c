from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from fuzz.mutate import mutated
from fuzz.run import Fuzzer
from fuzz.targets import TARGETS, seeds

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_takes_its_seeds_and_what_is_made_of_them(target: str) -> None:
    chance = random.Random(1)
    inputs = seeds(target)
    inputs += [mutated(inputs, chance) for _number in range(100)]

    assert len(inputs) > 101
    for data in inputs:
        TARGETS[target](data)  # raises nothing


def test_an_input_that_reaches_something_new_is_kept_and_one_that_fails_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def target(data: bytes) -> None:
        if data == b"bad":
            raise RuntimeError("found")
        TARGETS["stack"](data)

    fuzzer = Fuzzer(target, random.Random(1), tmp_path)
    for data in (b"config: {}", b"config: {}", b"bad"):
        fuzzer.feed(data)

    assert (fuzzer.runs, fuzzer.corpus, fuzzer.failed) == (3, [b"config: {}"], 1)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"bad"]
    assert "RuntimeError: found" in capsys.readouterr().out
