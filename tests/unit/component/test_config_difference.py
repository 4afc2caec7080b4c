from __future__ import annotations

from typing import Any

import pytest

from codercfg.component.config_difference import config_differences
from codercfg.stack_check import load_stack

TEXT = """\
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
    oidc: {client_secret: {secure: "v1:a:b"}, scopes: [openid, email]}
    verbose: true
"""
DEPLOYMENT: dict[str, Any] = {
    "access_url": "https://coder.example.com",
    "oidc": {"client_secret": "canary", "scopes": ["openid", "email"]},
    "verbose": True,
}


def differences(text: str = TEXT, release: str = "2.33.1", **changes: Any) -> list[tuple[str, str]]:
    loaded = load_stack(text)
    found = config_differences(loaded.inputs, {"release": release, "deployment": {**DEPLOYMENT, **changes}})
    assert not any("canary" in item.message + item.help for item in loaded.report.diagnostics)
    return [(item.path, str(item.origin)) for item in found]


def test_the_same_configuration_has_none() -> None:
    assert differences() == []


@pytest.mark.parametrize(
    ("changes", "place", "origin"),
    [
        ({"access_url": "https://canary.example.com"}, "deployment.access_url", "<text>:4:17"),
        ({"verbose": "true"}, "deployment.verbose", "<text>:6:14"),
        ({"more": 1}, "deployment.more", "<text>:3:3"),
        ({"oidc": {"client_secret": "canary", "scopes": ["openid"]}}, "deployment.oidc.scopes", "<text>:5:"),
        ({"oidc": {"client_secret": "canary", "scopes": ["openid", "x"]}}, "deployment.oidc.scopes[1]", "<text>:5:"),
        ({"oidc": {"client_secret": {"secure": "v1"}, "scopes": ["openid", "email"]}}, "deployment.oidc.client_secret", "<text>:5:"),
    ],
)
def test_the_first_place_that_differs_is_named(changes: dict[str, Any], place: str, origin: str) -> None:
    ((path, where),) = differences(**changes)
    assert path == place
    assert where.startswith(origin)


def test_another_release_is_a_difference() -> None:
    assert [path for path, _ in differences(release="2.33.2")] == ["release"]


def test_a_section_that_only_one_side_has_is_a_difference() -> None:
    assert [path for path, _ in differences(TEXT + "  coder:kubernetes: {replicas: 2}\n")] == ["kubernetes"]


def test_a_file_that_could_not_be_read_has_its_own_findings() -> None:
    assert list(config_differences(load_stack("/no/such/Pulumi.dev.yaml").inputs, {"release": "2.33.1"})) == []
