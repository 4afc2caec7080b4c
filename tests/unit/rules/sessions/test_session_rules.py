"""Sessions and tokens."""

from __future__ import annotations

import pytest

from unit.rules.reports import codes, report


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"SESSION_DURATION": "719h59m59s"}, []),
        ({"SESSION_DURATION": "30d"}, ["SES002"]),
        ({"SESSION_DURATION": "0"}, ["SES001"]),
        ({"SESSION_DURATION": "-1h"}, ["SES003"]),
        ({"SESSION_DURATION": "60d", "DEFAULT_OAUTH_REFRESH_LIFETIME": "60d"}, ["SES002"]),
        ({"SESSION_DURATION": "1ns", "DEFAULT_OAUTH_REFRESH_LIFETIME": "2ns"}, []),
        ({"DEFAULT_OAUTH_REFRESH_LIFETIME": "0"}, ["SES002"]),
        ({"DEFAULT_OAUTH_REFRESH_LIFETIME": "24h"}, ["SES002"]),
        ({"DEFAULT_OAUTH_REFRESH_LIFETIME": "24h1s"}, []),
        ({"MAX_TOKEN_LIFETIME": "24h"}, ["SES004"]),
        ({"MAX_TOKEN_LIFETIME": "876600h0m0s"}, ["SES005"]),
        ({"MAX_TOKEN_LIFETIME": "90d"}, []),
        ({"MAX_ADMIN_TOKEN_LIFETIME": "-1h"}, ["SES006"]),
    ],
)
def test_refresh_tokens_must_outlive_sessions(environ: dict[str, str], expected: list[str]) -> None:
    assert codes("SES", "2.33", environ) == expected


def test_days_are_refused_before_2_29_while_they_are_read() -> None:
    assert [item.code[:3] for item in report("2.28", {"SESSION_DURATION": "30d"}).errors] == ["OPT"]
    assert codes("SES", "2.28", {"SESSION_DURATION": "720h"}) == ["SES002"]
