"""Our verdicts and values are those of the real server, on every configuration that was run through it."""

from __future__ import annotations

import pytest

from conformance.cases import ABSENT, FAMILIES, cases, releases
from conformance.verdict import disagreements

GROUPS = [(release, family) for release in releases() for family in FAMILIES if cases(release, family)]
pytestmark = pytest.mark.skipif(not GROUPS, reason=ABSENT)


def test_the_data_is_whole() -> None:
    assert sum(len(cases(release, family)) for release, family in GROUPS) > 4000


@pytest.mark.parametrize(("release", "family"), GROUPS, ids=[" ".join(group) for group in GROUPS])
def test_the_server_agrees(release: str, family: str) -> None:
    found = [item for case in cases(release, family) for item in disagreements(case)]
    assert not found, "\n".join(map(str, found[:20]))
