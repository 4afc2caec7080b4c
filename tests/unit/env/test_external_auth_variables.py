from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.env.families import read_families
from codercfg.releases.release import Release
from codercfg.sources.environ import members_of, variables_of

if TYPE_CHECKING:
    from codercfg.env.families import Families

P = "CODER_EXTERNAL_AUTH_"


def _read(environ: dict[str, str], release: str = "2.33") -> Families:
    return read_families(members_of(variables_of(environ)), Release.parse(release))


def _values(environ: dict[str, str], release: str = "2.33") -> list[dict[str, Any]]:
    items = _read(environ, release).external_auth
    return [{key: value for key, value in item.value if value is not None} for item in items]


def _codes(environ: dict[str, str], release: str = "2.33") -> list[str]:
    return [item.code for item in _read(environ, release).diagnostics]


def test_keys_make_items_in_the_order_of_their_indices() -> None:
    assert _values({f"{P}1_ID": "b", f"{P}0_ID": "a", f"{P}0_NO_REFRESH": "T"}) == [{"id": "a", "no_refresh": True}, {"id": "b"}]


def test_both_prefixes_are_numbered_on_their_own_and_the_legacy_one_comes_last() -> None:
    found = _read({"CODER_GITAUTH_0_ID": "old", f"{P}0_ID": "new"}).external_auth
    assert [(item.prefix, item.index, dict(item.value)["id"]) for item in found] == [(P, 0, "new"), ("CODER_GITAUTH_", 0, "old")]


@pytest.mark.parametrize("index", ["0", "00", "+0"])
def test_go_reads_the_index(index: str) -> None:
    assert _values({f"{P}{index}_ID": "a"}) == [{"id": "a"}]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (f"{P}0", "EXT001"),
        (P, "EXT001"),
        (f"{P}X_ID", "EXT002"),
        (f"{P}_ID", "EXT002"),
        (f"{P} 0_ID", "EXT002"),
        (f"{P}0x0_ID", "EXT002"),
        (f"{P}\u0660_ID", "EXT002"),
        (f"{P}99999999999999999999_ID", "EXT002"),
        (f"{P}-1_ID", "EXT003"),
        (f"{P}1_ID", "EXT004"),
        (f"{P}9223372036854775807_ID", "EXT004"),
        (f"{P}GITHUB_DEFAULT_PROVIDER_ENABLE", "EXT009"),
    ],
)
def test_a_name_that_the_server_cannot_place_stops_start_up(name: str, code: str) -> None:
    [found] = _read({name: ""}).diagnostics
    assert (found.code, found.severity.value, found.about) == (code, "error", (name,))


def test_variables_of_one_impossible_index_are_one_finding() -> None:
    found = _read({f"{P}X_ID": "a", f"{P}X_TYPE": "b", f"{P}-1_ID": "c", f"{P}-1_TYPE": "d", f"{P}Y_ID": "e"}).diagnostics
    assert sorted((item.code, len(item.about)) for item in found) == [("EXT002", 1), ("EXT002", 2), ("EXT003", 2)]


def test_the_clash_of_names_came_with_the_option() -> None:
    assert _codes({f"{P}GITHUB_DEFAULT_PROVIDER_ENABLE": "false"}, "2.31") == ["EXT002"]


def test_a_gap_is_one_finding_that_names_the_variables_behind_it() -> None:
    [found] = _read({f"{P}0_ID": "a", f"{P}2_ID": "b", f"{P}2_TYPE": "x", f"{P}4_ID": "c"}).diagnostics
    assert (found.code, found.about) == ("EXT004", (f"{P}2_ID", f"{P}2_TYPE"))


ELEVEN = {f"{P}{index}_ID": f"p{index}" for index in range(11)}


@pytest.mark.parametrize(("release", "codes"), [("2.33", ["EXT005"]), ("2.34", ["EXT010"]), ("2.35", [])])
def test_ten_providers_are_all_that_sorting_as_text_allows(release: str, codes: list[str]) -> None:
    assert _codes(ELEVEN, release) == codes
    assert len(_values(ELEVEN, release)) == (1 if codes == ["EXT005"] else 11)


def test_a_leading_zero_sorts_first() -> None:
    assert _codes({f"{P}0_ID": "a", f"{P}01_ID": "b"}) == ["EXT005"]


def test_a_lower_case_name_empties_an_earlier_item() -> None:
    environ = {f"{P}0_ID": "a", f"{P}0_TYPE": "x", f"{P}1_ID": "b", f"{P.lower()}0_client_id": "c"}
    found = _read(environ)
    assert _values(environ) == [{"client_id": "c"}, {"id": "b"}]
    assert [(item.code, set(item.about)) for item in found.diagnostics] == [
        ("EXT006", {f"{P.lower()}0_client_id", f"{P}0_ID", f"{P}0_TYPE"})
    ]


def test_an_unknown_key_makes_the_item_exist() -> None:
    found = _read({f"{P}0_SCOPE": "repo"})
    assert len(found.external_auth) == 1
    assert [(item.code, "did you mean `SCOPES`" in item.help) for item in found.diagnostics] == [("EXT008", True)]


@pytest.mark.parametrize(("release", "known"), [("2.29", False), ("2.30", True)])
def test_keys_are_known_by_release(release: str, *, known: bool) -> None:
    assert (_codes({f"{P}0_PKCE_METHODS": "S256"}, release) == []) is known


def test_lists_are_split_at_single_spaces() -> None:
    assert _values({f"{P}0_SCOPES": "", f"{P}0_EXTRA_TOKEN_KEYS": "a  b"}) == [{"scopes": ("",), "extra_token_keys": ("a", "", "b")}]


def test_a_boolean_has_no_empty_value_here() -> None:
    assert _codes({f"{P}0_DEVICE_FLOW": ""}) == ["EXT007"]


def test_a_secret_is_held_as_one() -> None:
    [item] = _read({f"{P}0_CLIENT_SECRET": "hunter2hunter2"}).external_auth
    assert "hunter2" not in repr(item)
    assert dict(item.value)["client_secret"].reveal() == "hunter2hunter2"


@given(st.dictionaries(st.text(max_size=12), st.text(max_size=8), max_size=6), st.sampled_from(["2.27", "2.33", "2.34"]))
def test_no_name_raises(names: dict[str, str], release: str) -> None:
    found = _read({P + name: value for name, value in names.items()}, release)
    assert len(found.external_auth) <= len(names)
