"""Login through GitHub."""

from __future__ import annotations

import pytest

from unit.rules.reports import codes

OWN = {"OAUTH2_GITHUB_CLIENT_ID": "Iv1.fake", "OAUTH2_GITHUB_CLIENT_SECRET": "fake"}
ORGS = {"OAUTH2_GITHUB_ALLOWED_ORGS": "acme"}
TEAMS = {"OAUTH2_GITHUB_ALLOWED_TEAMS": "acme/platform"}
EVERYONE = {"OAUTH2_GITHUB_ALLOW_EVERYONE": "true"}
OFF = {"OAUTH2_GITHUB_DEFAULT_PROVIDER_ENABLE": "false"}
ENTERPRISE = {"OAUTH2_GITHUB_ENTERPRISE_BASE_URL": "https://github.example.com"}


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        (OWN | ORGS, []),
        (OWN | EVERYONE, []),
        (OWN | ORGS | TEAMS, []),
        (OWN | EVERYONE | ORGS, ["GHB001"]),
        (OWN | EVERYONE | ORGS | TEAMS, ["GHB001"]),
        (OWN | EVERYONE | TEAMS, ["GHB002"]),
        (OWN, ["GHB003"]),
        (ENTERPRISE, ["GHB003"]),
        (OWN | TEAMS, ["GHB004"]),
        (TEAMS, ["GHB004"]),
        (TEAMS | ORGS, []),
        (EVERYONE | ORGS, ["GHB001"]),
        (EVERYONE, []),
        (OWN | ORGS | {"OAUTH2_GITHUB_ALLOWED_TEAMS": "platform"}, ["GHB005"]),
        (ORGS | {"OAUTH2_GITHUB_ALLOWED_TEAMS": "acme/a/b"}, []),
        (OWN | ORGS | {"OAUTH2_GITHUB_ENTERPRISE_BASE_URL": "://bad"}, ["GHB006"]),
        (OWN | ORGS | ENTERPRISE | {"OAUTH2_GITHUB_DEVICE_FLOW": "true"}, ["GHB007"]),
        ({"OAUTH2_GITHUB_CLIENT_ID": "Iv1.fake"} | ORGS, ["GHB008"]),
        ({"OAUTH2_GITHUB_CLIENT_ID": "Iv1.fake", "OAUTH2_GITHUB_DEVICE_FLOW": "true"} | ORGS, []),
        (OFF | EVERYONE | ORGS, ["GHB009"]),
        (OFF | TEAMS, ["GHB009"]),
        (EVERYONE | {"OAUTH2_GITHUB_ALLOW_SIGNUPS": "true"}, ["GHB010"]),
        (ORGS | {"OAUTH2_GITHUB_ALLOW_SIGNUPS": "true"}, []),
    ],
)
def test_exactly_one_of_everyone_and_organizations(environ: dict[str, str], expected: list[str]) -> None:
    assert codes("GHB", "2.33", environ) == expected
