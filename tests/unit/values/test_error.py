from __future__ import annotations

import pickle

from codercfg.values.error import ValueParseError


def test_it_reads_as_its_reason_and_carries_help() -> None:
    error = ValueParseError("the number has no unit", "write 30s")
    assert isinstance(error, ValueError)
    assert str(error) == error.reason == "the number has no unit"
    assert error.help == "write 30s"


def test_it_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(ValueParseError("why", "how")))  # noqa: S301  (our own bytes)
    assert (error.reason, error.help) == ("why", "how")
