from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codercfg import Release, load_stack
from codercfg.component.provider_seeds import FIELDS, key_id, provider_seeds, seeds_database

if TYPE_CHECKING:
    from codercfg.component.provider_seeds import Seed

KEY, OTHER = b"k" * 32, b"o" * 32
HEAD = 'config:\n  coder:release: "2.34.1"\n  coder:deployment: {access_url: https://coder.example.com, ai: {bridge: '
SECURE = '{secure: "v1:AA"}'


def seeds(bridge: str, **opened: str) -> dict[str, Seed]:
    """What a stack would seed; `key` is the plain text of the first provider's key."""
    places = {f"deployment.ai.bridge.{place}": text for place, text in opened.items()}
    loaded = load_stack(f"{HEAD}{bridge}}}}}\n", {name.replace("__", ".").replace("_0_", "[0]."): text for name, text in places.items()})
    assert loaded.inputs.configuration is not None
    assert [item.code for item in loaded.report.diagnostics if item.code.startswith("STK")] == []
    return {seed.name: seed for seed in provider_seeds(loaded.inputs.configuration)}


def listed(provider: str, **opened: str) -> Seed:
    return next(iter(seeds(f"{{providers: [{provider}]}}", **opened).values()))


def changed(before: Seed, after: Seed) -> set[str]:
    old, new = before.digests(KEY), after.digests(KEY)
    return {part for part in FIELDS if old[part] != new[part]}


@pytest.mark.parametrize(
    ("release", "seeding"), [("2.33.9", False), ("2.34.0-rc.1", True), ("2.34.0", True), ("2.37.4", True), ("2.38.0", False)]
)
def test_the_database_is_seeded_from_2_34_to_2_37(release: str, *, seeding: bool) -> None:
    assert seeds_database(Release.parse(release)) is seeding


@pytest.mark.parametrize(
    ("provider", "fields"),
    [
        ("{type: azure, name: openai, base_url: https://a}", {"type"}),
        ("{type: openai, base_url: https://b}", {"base_url"}),
        ("{type: openai, base_url: https://a, bedrock_base_url: https://a}", {"base_url"}),
        ("{type: openai, base_url: https://a, bedrock_region: eu-west-1}", {"bedrock_region"}),
        ("{type: openai, base_url: https://a, key: {secretRef: {name: llm, key: a}}}", {"key"}),
        ("{type: openai, base_url: https://a, bedrock_access_key: {secretRef: {name: llm, key: a}}}", {"bedrock_access_key"}),
        ("{type: openai, base_url: https://a, bedrock_access_key_secret: {secretRef: {name: llm, key: a}}}", {"bedrock_access_key"}),
        ("{type: openai, base_url: https://a, bedrock_model: x, bedrock_small_fast_model: y}", set()),
        ('{type: openai, base_url: https://a, name: openai, bedrock_region: ""}', set()),
    ],
)
def test_what_the_server_compares_and_nothing_else_changes_a_digest(provider: str, fields: set[str]) -> None:
    assert changed(listed("{type: openai, base_url: https://a}"), listed(provider)) == fields


def test_references_differ_by_name_by_key_and_by_rotation() -> None:
    first = listed("{type: openai, key: {secretRef: {name: a, key: b}}}")
    assert changed(first, listed("{type: openai, key: {secretRef: {name: b, key: a}}}")) == {"key"}
    assert changed(first, listed("{type: openai, key: {secretRef: {name: a, key: b}}}")) == set()
    assert changed(first, listed('{type: openai, key: {secretRef: {name: a, key: b, rotation: "2"}}}')) == {"key"}
    assert changed(first, listed("{type: openai, key: {sealed: {name: a, key: b}}}")) == set()


def test_a_value_counts_and_not_its_ciphertext() -> None:
    first = listed(f"{{type: openai, key: {SECURE}}}", providers_0_key="one")
    assert changed(first, listed('{type: openai, key: {secure: "v1:BB"}}', providers_0_key="one")) == set()
    assert changed(first, listed(f"{{type: openai, key: {SECURE}}}", providers_0_key="two")) == {"key"}


def test_the_order_of_several_keys_and_their_blanks_do_not_count() -> None:
    first = listed(f"{{type: openai, keys: {SECURE}}}", providers_0_keys="one,two")
    assert changed(first, listed(f"{{type: openai, keys: {SECURE}}}", providers_0_keys=" two , one")) == set()
    assert changed(first, listed(f"{{type: openai, keys: {SECURE}}}", providers_0_keys="one")) == {"key"}
    single = listed(f"{{type: openai, key: {SECURE}}}", providers_0_key="one")
    assert changed(single, listed(f"{{type: openai, keys: {SECURE}}}", providers_0_keys="one")) == set()


def test_the_older_options_seed_what_an_equal_item_of_the_list_would() -> None:
    older = seeds("{openai: {key: {secretRef: {name: a, key: b}}}, bedrock: {region: eu-west-1}}")
    assert set(older) == {"openai", "anthropic"}
    same = listed('{type: openai, base_url: "https://api.openai.com/v1/", key: {secretRef: {name: a, key: b}}}')
    assert changed(older["openai"], same) == set()
    assert changed(older["anthropic"], listed("{type: bedrock, name: anthropic, bedrock_region: eu-west-1}")) == set()


def test_digests_depend_on_the_key_and_tell_nothing_of_the_value() -> None:
    seed = listed(f"{{type: openai, key: {SECURE}}}", providers_0_key="hunter2canary")
    assert set(seed.digests(KEY).values()).isdisjoint(seed.digests(OTHER).values())
    assert key_id(KEY) != key_id(OTHER)
    assert "hunter2" not in repr(seed) + str(seed.digests(KEY))
    assert seed.digests(KEY).keys() == set(FIELDS)
