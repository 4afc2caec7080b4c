"""The reader of the usual form gives what the parser gives, or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codercfg.yaml_reader.nodes import YamlList, YamlMap
from codercfg.yaml_reader.text import read, read_any
from codercfg.yaml_reader.usual import read_usual

ROOT = Path(__file__).parents[3]
SHIPPED = sorted((ROOT / "stacks").glob("*.yaml"))
FILES = [*SHIPPED, *sorted((ROOT / "tests" / "cases").rglob("*.yaml"))]

USUAL = """\
config:
  coder:release: "2.33.1"  # a comment
  coder:deployment:
    # another one
    access_url: https://coder.example.com
    oidc: {client_secret: {secretRef: {name: a, key: b}}, scopes: [openid, 'two words']}
    proxy_trusted_origins:
    - 10.0.0.0/8
    -   fd00::/8
    ai:
      bridge:
        providers:
          - type: openai
            name: first
          - {type: anthropic, name: second}
    verbose: true
    offset: -3
"""
_MARKS = (
    "\n",
    " ",
    "  ",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    ":",
    ": ",
    "- ",
    "-",
    "#",
    " # note",
    "{",
    "}",
    "[",
    "]",
    ",",
    ", ",
    '"',
    "'",
)
_WORDS = (
    "a",
    "b",
    "a: b",
    "key:",
    "true",
    "null",
    "~",
    "1",
    "-1",
    "0x1",
    "1_0",
    "1.5",
    ".5",
    ".inf",
    "2026-01-01",
    "{a: b}",
    "[1, 2]",
    "{}",
)
_RARE = ("?", "? ", "<<", "<<: *a", "&a ", "*a", "!t ", "|", ">", "\\", "\\/", "/", "%", "@", "`", "---", "...", "\n---\n", "- - ", "[ ]")
_LETTERS = (
    "'",
    '"',
    "{}",
    "\t",
    "\r",
    "é",
    "\x85",
    "\xa0",
    "\u2028",
    "\ufeff",
    "\ue000a1.0\ue001",
    "\ue001",
    "\uf8ff",
    "\ufffd",
    "\ufffe",
    "\U0001f600",
    "\U0010ffff",
    "\ud83d",
)
PIECES = (*_MARKS, *_WORDS, *_RARE, *_LETTERS)


def written(value: Any) -> Any:
    """The value with the places of everything in it, in order."""
    if isinstance(value, YamlMap):
        return [(key, value.place_of_key(key), value.place_of_value(key), written(item)) for key, item in value.items()]
    if isinstance(value, YamlList):
        return [(place, written(item)) for place, item in zip(value.places, value, strict=True)]
    return (type(value), value)


def assert_alike(text: str) -> None:
    usual = read_usual(text)
    if usual is not None:
        value, problems = read_any(text)
        assert problems == []
        assert written(usual) == written(value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_read_alike(path: Path) -> None:
    assert_alike(path.read_bytes().decode("utf-8", "replace"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_stacks_have_the_usual_form(path: Path) -> None:
    assert read_usual(path.read_text(encoding="utf-8")) is not None


def test_the_usual_form_is_read() -> None:
    assert read_usual(USUAL) is not None
    assert_alike(USUAL)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("# only a comment\n", id="no value"),
        pytest.param("- a\n", id="a list"),
        pytest.param("a:\n", id="nothing behind a key"),
        pytest.param("a:\n  - \n    b: c\n", id="nothing behind a dash"),
        pytest.param("a:\n  - b\n  c: d\n", id="a key in the column of dashes"),
        pytest.param("a:\n  - b: c\n     d: e\n", id="a key in no column of an item"),
        pytest.param("a: b\n  c\n", id="words over two lines"),
        pytest.param('a: "b\n  c"\n', id="quotes over two lines"),
        pytest.param("a: {b: c,\n  d: e}\n", id="brackets over two lines"),
        pytest.param("a: |\n  b\n", id="a block of text"),
        pytest.param("a: &b c\n", id="an anchor"),
        pytest.param("a: !!str b\n", id="a tag"),
        pytest.param('a: "\\t"\n', id="an escape"),
        pytest.param("a: 'it''s'\n", id="a quote in quotes"),
        pytest.param("a: b\na: c\n", id="a key twice"),
        pytest.param("a: {b: c, b: d}\n", id="a key twice in brackets"),
        pytest.param("a: 0777\n", id="an odd number"),
        pytest.param("a: 2026-01-01\n", id="a date"),
        pytest.param("true: a\n", id="a key that is no text"),
        pytest.param("a: [b?, c]\n", id="a question mark in brackets"),
        pytest.param("a: b: c\n", id="two keys in a line"),
        pytest.param("a:\n    b: 1\n  c: 2\n", id="an indent that nothing has"),
        pytest.param("a: b\n---\n", id="a second document"),
        pytest.param("a:\tb\n", id="a tab"),
        pytest.param("a: b\r\n", id="another line end"),
    ],
)
def test_what_is_not_usual_is_left_to_the_parser(text: str) -> None:
    assert read_usual(text) is None
    assert written(read(text)[0]) == written(read_any(text)[0])


@given(st.data())
@settings(max_examples=1500)
def test_a_damaged_text_is_read_alike_or_left_to_the_parser(data: st.DataObject) -> None:
    lines = USUAL.splitlines(keepends=True)
    start = data.draw(st.integers(0, len(lines) - 1))
    text = "".join(lines[start : start + data.draw(st.integers(1, len(lines)))])
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text)))
        text = text[:place] + data.draw(st.sampled_from(PIECES)) + text[place + data.draw(st.integers(0, 3)) :]
    assert_alike(text)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@settings(max_examples=1500)
def test_any_pieces_are_read_alike_or_left_to_the_parser(text: str) -> None:
    assert_alike(text)


def test_deep_nesting_and_long_texts_are_left_to_the_parser() -> None:
    assert read_usual("".join(f"{' ' * depth}a:\n" for depth in range(60)) + f"{' ' * 60}a: b\n") is None
    assert read_usual(f"a: {'[' * 30}b{']' * 30}\n") is None
    assert read_usual(f"a: {'b' * 600_000}\n") is None
