from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codercfg.env.families import read_families
from codercfg.models.ai.provider import AIBridgeProviderConfig
from codercfg.releases.release import Release
from codercfg.sources.environ import members_of, variables_of
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from codercfg.configuration.setting import Item
    from codercfg.env.families import Families

OLD, NEW = "CODER_AIBRIDGE_PROVIDER_", "CODER_AI_GATEWAY_PROVIDER_"


def _read(environ: dict[str, str], release: str = "2.33") -> Families:
    return read_families(members_of(variables_of(environ)), Release.parse(release))


def _value(item: Item) -> AIBridgeProviderConfig:
    assert isinstance(item.value, AIBridgeProviderConfig)
    return item.value


def test_indices_are_sorted_as_numbers() -> None:
    environ = {f"{OLD}{index}_NAME": f"p{index}" for index in reversed(range(12))}
    found = _read(environ)
    assert [_value(item).name for item in found.providers] == [f"p{index}" for index in range(12)]
    assert found.diagnostics == []


def test_equal_indices_in_different_spellings_are_one_item() -> None:
    [item] = _read({f"{OLD}00_NAME": "a", f"{OLD}+0_TYPE": "openai"}).providers
    assert (_value(item).name, _value(item).type) == ("a", "openai")


@pytest.mark.parametrize(
    ("name", "code"),
    [(f"{OLD}0", "AIP001"), (f"{OLD}SERVICE_HOST", "AIP002"), (f"{OLD}-1_TYPE", "AIP003"), (f"{OLD}1_TYPE", "AIP004")],
)
def test_a_name_that_the_server_cannot_place_stops_start_up(name: str, code: str) -> None:
    [found] = _read({name: "openai"}).diagnostics
    assert (found.code, found.severity.value, found.about) == (code, "error", (name,))


def test_an_unknown_key_makes_the_item_exist() -> None:
    found = _read({f"{OLD}0_MODEL": "x"})
    assert len(found.providers) == 1
    assert [(item.code, item.severity.value) for item in found.diagnostics] == [("AIP007", "warning")]


@pytest.mark.parametrize(("prefix", "release"), [(OLD, "2.32"), (NEW, "2.33"), (NEW, "2.38"), (OLD, "2.38")])
def test_a_prefix_that_the_release_does_not_read_is_ignored_even_when_malformed(prefix: str, release: str) -> None:
    found = _read({f"{prefix}7": "x", f"{prefix}0_TYPE": "openai"}, release)
    assert found.providers == ()
    assert [(item.code, item.severity.value) for item in found.diagnostics] == [("AIP006", "warning")]


def test_from_2_34_both_prefixes_together_stop_start_up() -> None:
    found = _read({f"{OLD}0_TYPE": "openai", f"{NEW}0_TYPE": "anthropic"}, "2.34")
    assert [(item.code, set(item.about)) for item in found.diagnostics] == [("AIP005", {f"{OLD}0_TYPE", f"{NEW}0_TYPE"})]
    assert found.providers == ()


def test_in_2_34_either_prefix_is_read() -> None:
    for prefix in (OLD, NEW):
        [item] = _read({f"{prefix}0_TYPE": "openai"}, "2.34").providers
        assert (item.prefix, _value(item).type) == (prefix, "openai")


def test_keys_stay_whole_and_secret() -> None:
    [item] = _read({f"{OLD}0_KEYS": 'a"b,c'}).providers
    assert _value(item).keys == SecretText('a"b,c')
    assert 'a"b' not in repr(item)


def test_an_empty_key_is_set() -> None:
    [item] = _read({f"{OLD}0_KEY": ""}).providers
    assert _value(item).key is not None
    assert not _value(item).key
