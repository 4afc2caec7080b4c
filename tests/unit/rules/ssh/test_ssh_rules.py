"""SSH settings."""

from __future__ import annotations

import pytest

from unit.rules.reports import codes


@pytest.mark.parametrize(
    ("algorithm", "expected"),
    [("ed25519", []), ("ECDSA", []), ("rsa4096", []), ("rsa", ["SSH001"]), (" ed25519", ["SSH001"]), ("dsa", ["SSH001"])],
)
def test_three_key_algorithms_are_known(algorithm: str, expected: list[str]) -> None:
    assert codes("SSH", "2.33", {"SSH_KEYGEN_ALGORITHM": algorithm}) == expected


@pytest.mark.parametrize(
    ("options", "before", "after"),
    [
        ("ServerAliveInterval=30", [], []),
        ("ServerAliveInterval 30", [], []),
        ('"SendEnv=A B,C"', [], []),
        ('"A =1"', [], []),
        ("", [], []),
        ("ServerAliveInterval", ["SSH002"], ["SSH002"]),
        ("A\tB", ["SSH002"], ["SSH002"]),
        ("A=1,B", ["SSH002"], ["SSH002"]),
        ("Host x", ["SSH009"], ["SSH003"]),
        ("proxyjump=bastion", ["SSH009"], ["SSH003"]),
        ("=30", ["SSH009"], ["SSH004"]),
        ("A=1, B=2", ["SSH009"], ["SSH004"]),
        ('"A=1\nB=2"', ["SSH009"], ["SSH005"]),
    ],
)
def test_ssh_options_are_checked_more_strictly_from_2_34_on(options: str, before: list[str], after: list[str]) -> None:
    assert codes("SSH", "2.33", {"SSH_CONFIG_OPTIONS": options}) == before
    assert codes("SSH", "2.34", {"SSH_CONFIG_OPTIONS": options}) == after


@pytest.mark.parametrize(
    ("suffix", "before", "after"),
    [
        ("coder.example", [], []),
        ("coder.", [], []),
        ("[x]", [], []),
        (".coder", ["SSH006"], ["SSH006"]),
        ("co der", ["SSH009"], ["SSH007"]),
        ("*.coder", ["SSH009"], ["SSH007"]),
    ],
)
def test_a_host_name_suffix_has_no_leading_dot(suffix: str, before: list[str], after: list[str]) -> None:
    assert codes("SSH", "2.33", {"WORKSPACE_HOSTNAME_SUFFIX": suffix}) == before
    assert codes("SSH", "2.34", {"WORKSPACE_HOSTNAME_SUFFIX": suffix}) == after


def test_a_host_name_prefix_may_have_a_star_but_no_blank() -> None:
    assert codes("SSH", "2.34", {"SSH_HOSTNAME_PREFIX": "*"}) == []
    assert codes("SSH", "2.34", {"SSH_HOSTNAME_PREFIX": "-x "}) == ["SSH008"]
    assert codes("SSH", "2.33", {"SSH_HOSTNAME_PREFIX": "-x "}) == ["SSH009"]
