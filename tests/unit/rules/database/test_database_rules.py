"""The database."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.rules.database.connection_url import Verdict, judge
from unit.rules.reports import codes, findings


@pytest.mark.parametrize(
    ("release", "idle", "expected"),
    [
        ("2.33", "auto", []),
        ("2.33", " auto ", []),
        ("2.33", "0", []),
        ("2.33", "10", []),
        ("2.33", "AUTO", ["DBS001"]),
        ("2.33", "-1", ["DBS001"]),
        ("2.33", "ten", ["DBS001"]),
        ("2.33", "11", ["DBS002"]),
        ("2.33", "", []),
        ("2.34", "", ["DBS001"]),
    ],
)
def test_idle_connections_are_auto_or_a_number_up_to_the_open_ones(release: str, idle: str, expected: list[str]) -> None:
    assert codes("DBS", release, {"PG_CONN_MAX_IDLE": idle}) == expected


def test_the_limit_of_open_connections_counts_for_idle_ones() -> None:
    assert codes("DBS", "2.33", {"PG_CONN_MAX_IDLE": "30", "PG_CONN_MAX_OPEN": "30"}) == []
    assert codes("DBS", "2.33", {"PG_CONN_MAX_IDLE": "auto"}, config_yaml="pgConnMaxOpen: -5\n") == ["DBS007"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgres://coder:pw@db:5432/coder?sslmode=require", []),
        ("postgres://coder:p%2Fw@db:5432/coder", []),
        ("postgres://coder:p@w@db:5432/coder", []),
        ("host=db user=coder password=x", []),
        ("postgres://coder:p w@db:5432/coder", ["DBS004"]),
        ("postgres://coder:p#w@db:5432/coder", ["DBS004"]),
        ("postgres://coder:p/w@db:5432/coder", ["DBS004"]),
        ("postgres://coder:p?w@db:5432/coder", ["DBS004"]),
        ("postgres://coder:p[w@db:5432/coder", ["DBS004"]),
        ("postgres://coder:1#w@db:5432/coder", ["DBS004"]),
        ("postgres://coder:p%w@db:5432/coder", ["DBS003"]),
        ("postgres://coder:pw@db:port/coder", ["DBS003"]),
        ("postgres://coder:pw@db:5432/coder\n", ["DBS003"]),
        ("://", ["DBS003"]),
    ],
)
def test_the_server_mends_a_password_but_no_bare_percent_sign(url: str, expected: list[str]) -> None:
    found = findings("DBS", "2.33", {"PG_CONNECTION_URL": url})
    assert [item.code for item in found] == expected
    assert not any("coder:" in f"{item.message}{item.help}{item.why}" for item in found)


@given(st.text(alphabet=st.characters(codec="ascii"), min_size=1, max_size=20))
def test_an_escaped_password_is_always_fine(password: str) -> None:
    assert judge(f"postgres://coder:{quote(password, safe='')}@db:5432/coder") is Verdict.FINE


def test_iam_is_compared_in_lower_case() -> None:
    url = {"PG_CONNECTION_URL": "postgres://coder@db/coder"}
    assert codes("DBS", "2.33", url | {"PG_AUTH": "AWSIAMRDS"}) == ["DBS005"]
    assert codes("DBS", "2.33", url | {"PG_AUTH": "awsiamrds"}) == []
    assert codes("DBS", "2.33", {"PG_AUTH": "awsiamrds"}) == ["DBS006"]


def test_ephemeral_erases_the_built_in_database_only() -> None:
    assert codes("DBS", "2.33", {"EPHEMERAL": "true", "PG_CONNECTION_URL": "postgres://coder@db/coder"}) == ["DBS008"]
    assert codes("SRV", "2.33", {"EPHEMERAL": "true"}) == ["SRV017"]
