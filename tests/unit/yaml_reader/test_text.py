from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.yaml_reader import text as yaml_text
from codercfg.yaml_reader.nodes import Places, YamlList, YamlMap
from codercfg.yaml_reader.text import MOST_NODES, read

PLACES = Places("stack", "s.yaml")
WITHIN_SECONDS = 10.0  # generous: two cores are shared by other work


def value(text: str) -> Any:
    root, problems = read(text)
    assert problems == []
    return root


def kinds(text: str) -> list[str]:
    return [problem.kind for problem in read(text)[1]]


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "python":
        monkeypatch.setattr(yaml_text, "_events", yaml_text._python_events)
    return str(request.param)


@pytest.mark.usefixtures("parser")
def test_values_come_as_plain_containers_with_both_parsers() -> None:
    root = value("a: 1\nb: [x, {c: true}]\nd: |\n  two\n  lines\ne: 'it''s'\nf:\n")

    assert root == {"a": 1, "b": ["x", {"c": True}], "d": "two\nlines\n", "e": "it's", "f": None}
    assert isinstance(root, YamlMap)
    assert isinstance(root["b"], YamlList)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", ["a: [", "a: 'x", "\ta: 1", "a: b: c", "a: @x", "- a\nb: c"])
def test_broken_text_is_a_problem_with_a_place_in_both_parsers(text: str) -> None:
    root, problems = read(text)

    assert root is None
    assert [problem.kind for problem in problems] == ["syntax"]
    assert problems[0].place is not None


def test_each_value_and_key_knows_its_place() -> None:
    root = value('äö: "x y"\nb:\n  - one\n  - {c: two}\n')

    assert str(PLACES.of_key(root, "äö")) == "s.yaml:1:1"
    first = PLACES.of_entry(root, "äö", "name")
    assert (first.line, first.column, first.end_column, first.name) == (1, 5, 10, "name")
    assert PLACES.of_entry(root, "b") == PLACES.of_key(root, "b")  # of a container, the key is what people look for
    item = PLACES.of_entry(root["b"], 0)
    assert (item.line, item.column, item.end_column) == (3, 5, 8)
    assert str(PLACES.of_entry(root["b"][1], "c")) == "s.yaml:4:9"


def test_a_value_of_several_lines_has_no_end_column() -> None:
    assert PLACES.of_entry(value('a: "x\n  y"\n'), "a").end_column is None


def test_a_duplicate_key_is_a_problem_with_both_places() -> None:
    root, problems = read("a: 1\nb: 2\na: 3\n")

    assert root == {"a": 1, "b": 2}
    assert [(problem.kind, problem.detail, problem.place, problem.first) for problem in problems] == [
        ("duplicate-key", "a", (2, 0, 2, 1), (0, 0, 0, 1))
    ]


def test_aliases_share_what_they_stand_for() -> None:
    root = value("a: &x {b: 1}\nc: *x\n")

    assert root["c"] is root["a"]


def test_an_alias_inside_its_own_anchor_ends_reading() -> None:
    assert kinds("&a [*a]") == ["alias-of-itself"]
    assert kinds("a: &a {b: {c: *a}}") == ["alias-of-itself"]


def test_merged_entries_lose_against_own_ones_and_keep_their_place() -> None:
    root = value("base: &b {x: 1, y: 2}\nuser:\n  y: own\n  <<: *b\n")

    assert root["user"] == {"y": "own", "x": 1}
    assert str(PLACES.of_entry(root["user"], "x")) == "s.yaml:1:14"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty"),
        ("# nothing\n", "empty"),
        ("a: 1\n---\nb: 2\n", "several-documents"),
        ("? [a]\n: b\n", "key-type"),
        ("a: {1.5: x}\n", "key-type"),
        ("1: a\n", "key-type"),
        ("a: !!set {b}\n", "tag"),
        ("a: !x b\n", "tag"),
        ("<<: text\n", "merge-of-no-map"),
        ("<<: {a: 1}\n<<: {b: 2}\n", "duplicate-key"),
        ("a: \x07\n", "character"),
        ("a: \ufeffb\n", "character"),
        ("a: {b: c?d}\n", "question-mark"),
        ('a: "b\\/c"\n', "slash-escape"),
        ("%YAML 1.2\n---\na: 1\n", "version"),
        ("a: 2026-01-01\n", "date"),
        ("a: .inf\n", "no-number"),
        ("a: 0755\n", "odd-number"),
        ("a: " + "[" * 101 + "]" * 101, "too-deep"),
    ],
)
def test_what_is_wrong_has_its_own_kind(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_a_question_mark_outside_of_brackets_is_fine() -> None:
    assert value('a: b?c\nd: {e: "f?g"}\n') == {"a": "b?c", "d": {"e": "f?g"}}


def test_an_escaped_backslash_in_front_of_a_slash_is_fine() -> None:
    assert value(r'a: "b\\/c"') == {"a": r"b\/c"}


def test_the_place_of_a_forbidden_character_is_told() -> None:
    assert read("a: b\nc: d\x00\n")[1][0].place == (1, 4, 1, 4)


def test_an_alias_bomb_is_refused_before_it_is_expanded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 40)]

    assert kinds("\n".join(lines)) == ["too-many-values"]


def test_a_merge_bomb_is_refused() -> None:
    many = ", ".join(f"k{number}: x" for number in range(3000))
    text = f"a: &a {{{many}}}\nb:\n" + "".join(f"  m{number}: {{<<: *a}}\n" for number in range(3000))

    assert kinds(text) == ["too-many-values"]


def test_too_many_plain_values_are_refused() -> None:
    assert kinds("a: [" + "x," * (MOST_NODES + 1) + "]") == ["too-many-values"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "a: {b: [", "!!seq [", "&a ["])
def test_deep_nesting_ends_quickly(opening: str) -> None:
    started = time.process_time()
    root, problems = read(opening * 100_000)

    assert root is None
    assert problems
    assert time.process_time() - started < WITHIN_SECONDS


TEXTS = st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]))  # YAML does not read JSON's pairs of surrogates
SCALARS = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS


@given(st.recursive(SCALARS, st.lists))
def test_what_json_writes_is_read_back(data: Any) -> None:
    assert value(json.dumps({"a": data})) == without_first_line_break({"a": data})


def without_first_line_break(data: Any) -> Any:
    """Pulumi loses one line break at the very beginning of a text, and we do so too."""
    if isinstance(data, dict):
        return {key: without_first_line_break(item) for key, item in data.items()}
    if isinstance(data, list):
        return [without_first_line_break(item) for item in data]
    return data.removeprefix("\n") if isinstance(data, str) else data


@given(st.text(alphabet=st.sampled_from("ab:,[]{}&*!|>'\"%@`#-? \n\t0x1_.<~é"), max_size=60))
def test_any_text_gives_a_value_or_a_problem(text: str) -> None:
    root, problems = read(text)

    assert root is not None or problems or text.strip()
    assert all(problem.kind for problem in problems)
