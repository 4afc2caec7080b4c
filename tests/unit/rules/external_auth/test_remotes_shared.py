"""Two providers for one host: the order counts up to 2.36."""

from __future__ import annotations

import pytest

from codercfg.check import check_environ
from codercfg.diagnostics.diagnostic import Severity

BASE = {
    "CODER_ACCESS_URL": "https://coder.example.com",
    "CODER_EXTERNAL_AUTH_0_TYPE": "gitlab",
    "CODER_EXTERNAL_AUTH_0_ID": "first",
    "CODER_EXTERNAL_AUTH_0_CLIENT_ID": "abc",
    "CODER_EXTERNAL_AUTH_0_CLIENT_SECRET": "made-up",
    "CODER_EXTERNAL_AUTH_1_TYPE": "gitlab",
    "CODER_EXTERNAL_AUTH_1_ID": "second",
    "CODER_EXTERNAL_AUTH_1_CLIENT_ID": "def",
    "CODER_EXTERNAL_AUTH_1_CLIENT_SECRET": "made-up-2",
}


def found(release: str, **more: str) -> list[tuple[str, Severity]]:
    report = check_environ({**BASE, **more}, release)
    return [(item.message, item.severity) for item in report.diagnostics if item.code == "EXT115"]


@pytest.mark.parametrize("release", ["2.28", "2.33", "2.36"])
def test_the_same_type_twice_is_told(release: str) -> None:
    assert found(release) == [("`CODER_EXTERNAL_AUTH_1` answers for the same remotes as `CODER_EXTERNAL_AUTH_0`", Severity.INFO)]


@pytest.mark.parametrize(
    ("release", "more"),
    [
        ("2.37", {}),
        ("2.33", {"CODER_EXTERNAL_AUTH_1_REGEX": r"gitlab\.com/second"}),
        ("2.33", {"CODER_EXTERNAL_AUTH_1_AUTH_URL": "https://git.example.com/oauth/authorize"}),
        ("2.33", {"CODER_EXTERNAL_AUTH_1_TYPE": "github"}),
    ],
)
def test_other_remotes_or_later_releases_are_not_told(release: str, more: dict[str, str]) -> None:
    assert found(release, **more) == []
