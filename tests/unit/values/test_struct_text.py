from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.values import struct_text
from codercfg.values.error import ValueParseError
from codercfg.values.yaml_shapes import NilList, NilMap

if TYPE_CHECKING:
    from collections.abc import Callable

ID = "11111111-1111-1111-1111-111111111111"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{}", {}),
        ("a: b", {"a": "b"}),
        ("{a: b, c: d}", {"a": "b", "c": "d"}),
        ('{"access_type": "offline", "prompt": "consent"}', {"access_type": "offline", "prompt": "consent"}),
        ('{"a":1}', {"a": "1"}),
        ("{a: 007, b: 0x1F, c: yes, d: 1.50, e: 2001-01-01}", {"a": "007", "b": "0x1F", "c": "yes", "d": "1.50", "e": "2001-01-01"}),
        ("{a: , b: ~, c: null, d: '', e: 'null'}", {"a": "", "b": "", "c": "", "d": "", "e": "null"}),
        ("~: a\nb: c", {"b": "c"}),
        ("1: a", {"1": "a"}),
        ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("a: !!str 1\nb: !!int 0b1\nc: !!binary aGk=\nd: !x y\ne: !!float 1", {"a": "1", "b": "0b1", "c": "hi", "d": "y", "e": "1"}),
        ("a: &x 1\nb: *x", {"a": "1", "b": "1"}),
        ("a: b\n---\n- c", {"a": "b"}),
        ("a: b\n...\nrest", {"a": "b"}),
        ("\ufeffa: b", {"a": "b"}),
        ('{"a": "\\u00e9\\x41\\t"}', {"a": "éA\t"}),
        ("<<: {a: 1, b: 2}\nb: 3", {"b": "3", "a": "1"}),
        ("<<: [{a: 1}, {a: 2, b: 2}]", {"a": "1", "b": "2"}),
        ("<<: {1: x}\n1: y", {"1": "x"}),
        ('"<<": a', {"<<": "a"}),
    ],
)
def test_string_maps_are_read_as_yaml_v3_reads_them(text: str, value: dict[str, str]) -> None:
    assert struct_text.parse_string_map(text) == value


@pytest.mark.parametrize("text", ["", " ", "# only a comment", "null", "~"])
@pytest.mark.parametrize(
    ("parse", "nil"),
    [
        (struct_text.parse_string_map, NilMap),
        (struct_text.parse_string_lists, NilMap),
        (struct_text.parse_uuid_lists, NilMap),
        (struct_text.parse_links, NilList),
        (struct_text.parse_external_auth, NilList),
    ],
)
def test_nothing_leaves_nil_which_is_null_in_json(text: str, parse: Callable[[str], Any], nil: type[NilMap | NilList]) -> None:
    value: Any = parse(text)
    assert type(value) is nil
    assert not value
    assert struct_text.wire(value) is None
    assert struct_text.to_env(value) == "null"


def test_an_empty_map_is_not_nil() -> None:
    assert struct_text.wire(struct_text.parse_string_map("{}")) == {}
    assert struct_text.wire(struct_text.parse_links("[]")) == []
    assert struct_text.wire(struct_text.parse_string_lists("{a: , b: []}")) == {"a": None, "b": []}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('"x"', "expects a map"),
        ("1", "expects a map"),
        ("- x", "expects a map"),
        ('["a"]', "expects a map"),
        ('{"a": ["b"]}', "expects text"),
        ('{"a": {"b": 1}}', "expects text"),
        ("{[a]: b}", "expects text"),
        ('{"a"', "not valid YAML"),
        ("a: b: c", "not valid YAML"),
        ("a: b\n}", "not valid YAML"),
        ("a: \x01", "not valid YAML"),
        ("a: \udcff", "not valid YAML"),
        pytest.param("a: \ud800", "not valid YAML", id="lone surrogate"),
        ('{"a": "\\ud83d\\ude00"}', "not valid YAML"),
        ('{"a": "b\\/c"}', "does not know the escape"),
        ("a: 1\na: 2", "given twice"),
        ("'a': 1\na: 2", "given twice"),
        ("a: *x", "an anchor that it does not define"),
        ("a: !!int x", "does not fit"),
        ("a: !!null x", "does not fit"),
        ("a: !!bool yes", "does not fit"),
        ("a: !!int 18446744073709551616", "does not fit"),
        ("a: !!binary x", "not base64"),
        ("<<: a", "needs a map or a list of maps"),
        ("&x {<<: *x}", "contains itself"),
        pytest.param("[" * 20_000, "nested too deeply", id="deep"),
        pytest.param("{<<: " * 3000 + "{}" + "}" * 3000, "merges too many maps", id="merges"),
    ],
)
def test_what_yaml_v3_refuses_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        struct_text.parse_string_map(text)
    assert reason in caught.value.reason


@pytest.mark.parametrize("value", ["\\\\/", "/", "\\u002f", "é😀\\\\\\\\/"])
def test_only_an_escaped_slash_is_refused(value: str) -> None:
    text = f'😀: "{value}"'
    assert struct_text.parse_string_map(text)["😀"].endswith("/")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"eng": ["template-admin","user-admin"]}', {"eng": ["template-admin", "user-admin"]}),
        ('{"eng": [1,2]}', {"eng": ["1", "2"]}),
        ('{"eng": []}', {"eng": []}),
        ("eng:\n  - a", {"eng": ["a"]}),
        ("eng: [a, ~, '']", {"eng": ["a", ""]}),
        ("a: &x [b]\nc: *x", {"a": ["b"], "c": ["b"]}),
    ],
)
def test_maps_of_lists_are_read_as_yaml_v3_reads_them(text: str, value: dict[str, list[str]]) -> None:
    assert struct_text.parse_string_lists(text) == value


def test_a_lone_text_is_no_list() -> None:
    with pytest.raises(ValueParseError, match="expects a list"):
        struct_text.parse_string_lists('{"coder-admins":"owner"}')


def test_aliases_cannot_multiply_the_work() -> None:
    text = "a: &a [" + "x," * 1000 + "x]\n" + "\n".join(f"b{number}: *a" for number in range(10_000))
    with pytest.raises(ValueParseError) as caught:
        struct_text.parse_string_lists(text)
    assert caught.value.reason == "the YAML text repeats itself through too many aliases"


@pytest.mark.parametrize("text", [ID, ID.replace("-", ""), f"urn:uuid:{ID}", f"URN:UUID:{ID}", f"{{{ID}}}"])
def test_all_notations_of_a_uuid_become_one(text: str) -> None:
    assert struct_text.parse_uuid_lists(f'{{"org": ["{text}"]}}') == {"org": [ID]}


def test_a_uuid_is_written_in_lower_case_and_null_is_left_out() -> None:
    assert struct_text.parse_uuid_lists("org: [ABCDEFAB-CDEF-4ABC-8DEF-ABCDEFABCDEF, null]") == {
        "org": ["abcdefab-cdef-4abc-8def-abcdefabcdef"]
    }


@pytest.mark.parametrize("text", ["", "not-a-uuid", ID[:-1], f"{ID}x", f"uuid:{ID}", ID.replace("1", "g")])
def test_other_texts_are_no_uuid(text: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        struct_text.parse_uuid_lists(f'{{"org": ["{text}"]}}')
    assert caught.value.reason == "an item is not a UUID"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            '[{"name":"x","target":"y","icon":"bug","location":"sidebar"}]',
            [{"name": "x", "target": "y", "icon": "bug", "location": "sidebar"}],
        ),
        ('[{"name":1}, ~, {}]', [{"name": "1"}, {}]),
        ("- {name: x, unknown: {a: [b]}, Target: y, icon: ~}", [{"name": "x"}]),
    ],
)
def test_links_hold_the_known_keys_that_are_given(text: str, value: list[dict[str, str]]) -> None:
    assert struct_text.parse_links(text) == value


@pytest.mark.parametrize("text", ['"x"', '{"name":"x"}', "[a]", "[[]]", "[{name: []}]", "[{name: a, ? &k name : b}]"])
def test_links_of_another_shape_are_refused(text: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        struct_text.parse_links(text)
    assert "expects" in caught.value.reason or "given twice" in caught.value.reason


def test_external_auth_takes_the_yaml_keys_and_the_words_of_yaml_1_1() -> None:
    text = "- {type: github, client_id: 5, client_secret: s, clientID: x, no_refresh: yes, device_flow: FALSE, scopes: [a, 1]}"
    assert struct_text.parse_external_auth(text) == [
        {"type": "github", "client_id": "5", "client_secret": "s", "no_refresh": True, "device_flow": False, "scopes": ["a", "1"]}
    ]


@pytest.mark.parametrize("word", ["1", "'true'", "tRue", "[true]", "''"])
def test_external_auth_refuses_other_words_for_booleans(word: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        struct_text.parse_external_auth(f"- no_refresh: {word}")
    assert "expects" in caught.value.reason


def test_to_env_is_compact_json_in_the_order_given() -> None:
    assert struct_text.to_env({"b": ["é", "/"], "a": []}) == '{"b":["é","/"],"a":[]}'
    assert struct_text.to_env([{"name": "x"}]) == '[{"name":"x"}]'


def test_to_env_escapes_what_yaml_would_fold_or_refuse() -> None:
    assert struct_text.to_env({"a": "\x7f\x85\u2028\ufeff"}) == '{"a":"\\u007f\\u0085\\u2028\\ufeff"}'


def test_to_env_refuses_what_yaml_cannot_carry() -> None:
    with pytest.raises(ValueParseError, match="a key is longer than YAML allows"):
        struct_text.to_env([{"k" * 1022: "x"}])
    with pytest.raises(ValueParseError, match="half of a surrogate pair"):
        struct_text.to_env({"k": "\ud800"})
    assert struct_text.parse_string_map(struct_text.to_env({"é" * 1021: "x"})) == {"é" * 1021: "x"}


TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20) | st.text(
    alphabet="a: {}[],\"'\\#&*!|>%@-?\n\t\x85\u2028\ufeff/~<"
)


@given(st.dictionaries(TEXT, TEXT))
def test_string_maps_are_read_back(value: dict[str, str]) -> None:
    assert struct_text.parse_string_map(struct_text.to_env(value)) == value


@given(st.dictionaries(TEXT, st.lists(TEXT)))
def test_maps_of_lists_are_read_back(value: dict[str, list[str]]) -> None:
    assert struct_text.parse_string_lists(struct_text.to_env(value)) == value


@given(st.dictionaries(TEXT, st.lists(st.uuids().map(str))))
def test_maps_of_uuids_are_read_back(value: dict[str, list[str]]) -> None:
    assert struct_text.parse_uuid_lists(struct_text.to_env(value)) == value


@given(st.lists(st.dictionaries(st.sampled_from(["name", "target", "icon", "location"]), TEXT)))
def test_links_are_read_back(value: list[dict[str, str]]) -> None:
    assert struct_text.parse_links(struct_text.to_env(value)) == value


@given(
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "type": TEXT,
                "client_secret": TEXT,
                "no_refresh": st.booleans(),
                "device_flow": st.booleans(),
                "scopes": st.lists(TEXT),
            },
        )
    )
)
def test_external_auth_is_read_back(value: list[dict[str, Any]]) -> None:
    assert struct_text.parse_external_auth(struct_text.to_env(value)) == value
