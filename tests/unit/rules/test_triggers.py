"""What a configuration sets, in the words of rules."""

from __future__ import annotations

from typing import Any

import pytest

from codercfg.catalog.outline import record_class
from codercfg.configuration.configuration import Configuration
from codercfg.configuration.setting import Item
from codercfg.diagnostics.origin import Origin
from codercfg.releases.release import Release
from codercfg.rules.run import run
from codercfg.rules.triggers import ALWAYS, BEDROCK, EXTERNAL_AUTH, LISTS, PROVIDERS, triggers

RELEASE = Release.parse("2.33")


def _with(**keys: str) -> Configuration:
    value: Any = record_class("AIBridgeProviderConfig")(keys)
    return Configuration(RELEASE, {}, providers=(Item(0, "", value, {"": Origin("stack")}),))


def test_nothing_set_triggers_what_always_runs() -> None:
    assert triggers(Configuration(RELEASE, {})) == {ALWAYS}


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({"type": "openai", "key": "k"}, {PROVIDERS}),
        ({"type": "bedrock"}, {PROVIDERS, BEDROCK}),
        ({"type": "anthropic", "bedrock_region": "eu-central-1"}, {PROVIDERS, BEDROCK}),
        ({"type": "anthropic", "bedrock_model": "m"}, {PROVIDERS, BEDROCK}),
        ({"type": "openai", "keys": "a,b"}, {PROVIDERS, LISTS}),
        ({"type": "anthropic", "bedrock_access_keys": "a,b"}, {PROVIDERS, BEDROCK, LISTS}),
    ],
)
def test_providers_trigger_by_what_they_say(keys: dict[str, str], found: set[str]) -> None:
    assert triggers(_with(**keys)) == {ALWAYS, *found}


def test_of_a_list_that_is_not_complete_everything_is_possible() -> None:
    assert triggers(Configuration(RELEASE, {}), frozenset({PROVIDERS})) == {ALWAYS, PROVIDERS, BEDROCK, LISTS}
    assert triggers(Configuration(RELEASE, {}), frozenset({EXTERNAL_AUTH})) == {ALWAYS, EXTERNAL_AUTH}


def test_rules_about_a_list_that_is_not_complete_are_undecided() -> None:
    undecided: set[str] = set()
    run(Configuration(RELEASE, {}), frozenset({PROVIDERS}), undecided)
    assert {"AIP101", "AIP117", "AIP108"} <= undecided
