"""Whatever stands in a file or in a message, every form stays whole."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from codercfg.diagnostics.checked import Checked
from codercfg.diagnostics.concise import concise
from codercfg.diagnostics.diagnostic import Diagnostic, Related, Severity
from codercfg.diagnostics.github import github
from codercfg.diagnostics.json_form import json_form
from codercfg.diagnostics.masked_line import Visibility
from codercfg.diagnostics.origin import Origin
from codercfg.diagnostics.sarif import sarif
from codercfg.diagnostics.snippet import snippet
from codercfg.diagnostics.source_lines import SourceLines
from codercfg.diagnostics.text import TextForm

TEXT = st.text(max_size=30)
PLACE = st.none() | st.integers(1, 40)
ORIGINS = st.builds(Origin, st.sampled_from(["stack", "dotenv", "env"]), st.none() | st.just("f"), PLACE, PLACE, PLACE, st.none() | TEXT)
DIAGNOSTICS = st.builds(
    Diagnostic,
    st.just("ABC001"),
    st.sampled_from(Severity),
    TEXT,
    TEXT,
    TEXT,
    ORIGINS,
    TEXT,
    st.tuples(TEXT),
    st.tuples(st.builds(Related, TEXT, ORIGINS)),
)
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff]")
EVERYTHING = Visibility(lambda _key: True, lambda _key: True)


@given(st.lists(DIAGNOSTICS, max_size=3), TEXT)
def test_no_control_character_reaches_a_terminal_and_no_finding_takes_more_than_its_lines(found: list[Diagnostic], line: str) -> None:
    checked = [Checked("f", "2.33", tuple(found))]
    text = TextForm(SourceLines({"f": "\n".join([line] * 40)}), EVERYTHING).text(checked)

    assert CONTROL.search(text) is None
    assert CONTROL.search(concise(checked)) is None
    assert concise(checked).count("\n") == len(found) + 1


@given(st.lists(DIAGNOSTICS, max_size=3))
def test_machine_forms_can_always_be_read_back(found: list[Diagnostic]) -> None:
    checked = [Checked("f", "2.33", tuple(found))]
    document = json.loads(json_form(checked, "1"))

    assert [item["message"] for item in document["inputs"][0]["diagnostics"]] == [item.message for item in found]
    assert len(json.loads(sarif(checked, "1"))["runs"][0]["results"]) == len(found)
    assert len(github(checked).split("\n")) == len(found) + 2


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=400), st.integers(0, 450), st.integers(0, 450))
def test_the_mark_stands_under_the_place(line: str, start: int, end: int) -> None:
    cut = snippet(line, start, end)

    assert len(cut.text) <= 162
    assert cut.length >= 1
    if start < len(line.rstrip()):
        marked = cut.text[cut.offset : cut.offset + cut.length].removesuffix("…")
        assert line[start : start + len(marked)] == marked
