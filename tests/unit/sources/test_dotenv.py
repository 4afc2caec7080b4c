from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.sources.dotenv import read_dotenv


def _values(text: str) -> dict[str, object]:
    return {item.name: item.value for item in read_dotenv(text, "coder.env").variables}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A=1\n", {"A": "1"}),
        ("A=1", {"A": "1"}),
        ("A=1\r\nB=2\r\n", {"A": "1", "B": "2"}),
        ("\ufeffA=1\n", {"A": "1"}),
        ("# A=1\n; B=2\n\n \nC=3\n", {"C": "3"}),
        ("export A=1\n", {"A": "1"}),
        ("A=\n", {"A": ""}),
        ("A=b=c # d \n", {"A": "b=c # d"}),
        ("A='b \"c\" # d'\n", {"A": 'b "c" # d'}),
        ("A='b\nc'\nD=1\n", {"A": "b\nc", "D": "1"}),
        ('A="b\\n\\"c\\" \\$d"\n', {"A": 'b\n"c" $d'}),
        ('A="b\\\nc"\n', {"A": "bc"}),
        ("A=it's\n", {"A": "it's"}),
    ],
)
def test_lines_are_read(text: str, values: dict[str, str]) -> None:
    assert _values(text) == values
    assert read_dotenv(text, "coder.env").diagnostics == []


def test_a_variable_knows_its_place_behind_values_of_several_lines() -> None:
    found = read_dotenv("A='x\ny'\n  export CODER_B=1\n", "coder.env").variables[1]
    assert (str(found.origin), found.origin.end_column) == ("coder.env:3:10", 17)


@pytest.mark.parametrize(
    ("text", "code", "line"), [("\nA\n", "ENV005", 2), ("=x\n", "ENV005", 1), ("A='x\n", "ENV006", 1), ('A="x" y\n', "ENV006", 1)]
)
def test_what_is_no_variable_is_refused_without_its_text(text: str, code: str, line: int) -> None:
    [found] = read_dotenv(text + "B=1\n", "coder.env").diagnostics
    assert (found.code, found.origin.line) == (code, line)


def test_a_broken_line_does_not_repeat_what_may_be_a_secret() -> None:
    for text in ("hunter2-hunter2\n", "A='hunter2-hunter2\n", 'A="hunter2-hunter2" x\n'):
        assert "hunter2" not in repr(read_dotenv(text, "coder.env"))


@given(st.text(max_size=200))
def test_no_text_raises_or_loses_its_place(text: str) -> None:
    found = read_dotenv(text, "coder.env")
    origins = [*(item.origin for item in found.variables), *(item.origin for item in found.diagnostics)]
    assert all((origin.line or 0) <= text.count("\n") + 1 for origin in origins)


@given(
    st.dictionaries(st.from_regex(r"[A-Z_]{1,8}", fullmatch=True), st.text(alphabet=st.characters(exclude_characters="\r"), max_size=20))
)
def test_what_is_quoted_comes_back(environ: dict[str, str]) -> None:
    quoted = {name: value.replace("\\", "\\\\").replace('"', '\\"') for name, value in environ.items()}
    assert _values("".join(f'{name}="{value}"\n' for name, value in quoted.items())) == environ


def test_long_input_costs_one_pass() -> None:
    assert len(_values("A=" + "x" * 2_000_000 + "\n" + '"' * 100_000)) == 1
