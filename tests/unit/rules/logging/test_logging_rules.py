"""Logging."""

from __future__ import annotations

import pytest

from unit.rules.reports import codes

NULL = {"LOGGING_HUMAN": "/dev/null"}


@pytest.mark.parametrize(
    ("release", "environ", "expected"),
    [
        ("2.33", NULL, ["LOG001"]),
        ("2.33", NULL | {"TRACE_LOGS": "true"}, ["LOG001", "LOG003"]),
        ("2.33", NULL | {"TRACE_ENABLE": "true"}, []),
        ("2.33", NULL | {"LOGGING_JSON": "/dev/stderr"}, []),
        ("2.33", {"LOGGING_HUMAN": ""}, []),
        ("2.34", {"LOGGING_HUMAN": ""}, ["LOG001"]),
        ("2.33", {"LOGGING_HUMAN": "/no/such/directory/x.log"}, []),
        ("2.33", {"LOG_FILTER": "(?=x)"}, ["LOG002"]),
        ("2.33", {"LOG_FILTER": "*"}, ["LOG002"]),
        ("2.33", {"LOG_FILTER": ")("}, []),
        ("2.33", {"LOG_FILTER": "a,b"}, []),
        ("2.33", {"LOG_FILTER": ".*"}, ["LOG004"]),
    ],
)
def test_one_real_sink_must_be_left(release: str, environ: dict[str, str], expected: list[str]) -> None:
    assert codes("LOG", release, environ) == expected
