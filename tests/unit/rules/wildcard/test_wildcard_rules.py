"""Workspace applications on subdomains and paths."""

from __future__ import annotations

import pytest

from unit.rules.reports import codes, report


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.apps.example.com", []),
        ("*--prod.example.com:8443", []),
        ("*", ["WLD001"]),
        ("https://*.example.com", ["WLD001"]),
        ("*.example.com/", ["WLD001"]),
        ("*.a_b.com", ["WLD001"]),
        ("apps.*.example.com", ["WLD001"]),
    ],
)
def test_a_pattern_from_the_yaml_file_is_refused_late(pattern: str, expected: list[str]) -> None:
    text = f"networking:\n  wildcardAccessURL: '{pattern}'\n"
    assert codes("WLD", "2.33", {}, config_yaml=text) == expected


def test_a_variable_is_refused_once() -> None:
    found = report("2.33", {"WILDCARD_ACCESS_URL": "*"})
    assert [item.code[:3] for item in found.errors] == ["OPT"]


def test_path_applications_may_go_only_beside_a_wildcard() -> None:
    off = {"DISABLE_PATH_APPS": "true"}
    wildcard = {"WILDCARD_ACCESS_URL": "*.apps.example.com"}
    assert codes("WLD", "2.33", off) == ["WLD002"]
    assert codes("WLD", "2.33", off | wildcard) == []
    assert codes("WLD", "2.33", off | wildcard | {"DANGEROUS_ALLOW_PATH_APP_SHARING": "true"}) == ["WLD003"]
