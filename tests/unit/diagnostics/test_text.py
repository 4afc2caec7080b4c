from __future__ import annotations

import pytest

from codercfg.diagnostics.checked import Checked
from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.masked_line import Visibility
from codercfg.diagnostics.origin import Origin
from codercfg.diagnostics.source_lines import SourceLines
from codercfg.diagnostics.style import COLOURED
from codercfg.diagnostics.text import TextForm
from unit.diagnostics.sample_reports import CLEAN, ENVIRON_CHECKED, ISSUER, STACK, STACK_CHECKED, TEXT

KNOWN = {"issuer_url", "client_secret", "CODER_VERBOSE"}
FORM = TextForm(SourceLines({STACK: TEXT}), Visibility(KNOWN.__contains__, (KNOWN - {"client_secret"}).__contains__))


def test_a_finding_shows_its_line_its_reason_its_remedy_and_its_related_places() -> None:
    assert (
        FORM.text([STACK_CHECKED])
        == """\
stacks/Pulumi.prod.yaml:7:19: error[OID003]: the issuer is no address
  |
7 |       issuer_url: nope
  |                   ^^^^
  ::: stacks/Pulumi.prod.yaml:4:5: also set here
  |
4 |     CODER_VERBOSE: "true"
  |     -------------
  = why: the server stops at start
  = help: write it as https://…

stacks/Pulumi.prod.yaml:8:22: warning[STK010]: plain text in a secret option
  |
8 |       client_secret: ********
  |                      ^^^^^^^^
  = help: use secretRef

not checked: `db` is encrypted
1 error, 1 warning in stacks/Pulumi.prod.yaml (Coder 2.33.1)
"""
    )


def test_without_visibility_no_value_is_shown() -> None:
    text = TextForm(SourceLines({STACK: TEXT})).text([STACK_CHECKED])

    assert "nope" not in text
    assert "hunter2canary" not in text


def test_a_finding_without_a_file_has_no_source_line_and_cannot_forge_further_lines() -> None:
    assert (
        FORM.text([ENVIRON_CHECKED])
        == """\
CODER_X: info[ENV001]: 50%: a,b\\n::error::x
  = help: none needed

1 note in environment (Coder 2.34)
"""
    )


def test_nothing_found_is_ok() -> None:
    assert FORM.text([CLEAN]) == "ok: stacks/Pulumi.dev.yaml (Coder 2.33.1)\n"
    assert FORM.text([CLEAN, CLEAN]) == "ok: 2 inputs\n"
    assert FORM.text([CLEAN, STACK_CHECKED]).endswith("1 error, 1 warning in 1 of 2 inputs\n")


def test_a_missing_file_costs_the_source_line_only() -> None:
    text = TextForm(SourceLines()).text([Checked("x", "", (ISSUER,))])

    assert text.startswith("stacks/Pulumi.prod.yaml:7:19: error[OID003]: the issuer is no address\n  ::: ")


def test_colour_marks_severity_and_place() -> None:
    text = TextForm(FORM.sources, FORM.visibility, COLOURED).text([STACK_CHECKED])

    assert "\x1b[1;31merror[OID003]\x1b[0m" in text
    assert "\x1b[1;31m^^^^\x1b[0m" in text


def test_the_mark_counts_tabs_and_wide_characters_as_the_terminal_does() -> None:
    line = "issuer_url:\t漢字x"
    finding = Diagnostic("A001", Severity.ERROR, "m", "h", "issuer_url", Origin("stack", "f", 1, 15, 16))
    text = TextForm(SourceLines({"f": line}), FORM.visibility).text([Checked("f", "", (finding,))])

    assert text.splitlines()[2:4] == ["1 | issuer_url:    漢字x", "  |                    ^"]


@pytest.mark.parametrize("value", ["sk-live-0123", "https://login.example.com", "[short, sk-live-0123]", "a b c sk-live-0123"])
def test_a_long_value_is_masked_whatever_its_key_is(value: str) -> None:
    line = f"issuer_url: {value}"
    finding = Diagnostic("A001", Severity.ERROR, "m", "h", "issuer_url", Origin("stack", "f", 1, 13, 13 + len(value)))
    lines = TextForm(SourceLines({"f": line}), FORM.visibility).text([Checked("f", "", (finding,))]).splitlines()

    assert lines[2] == "1 | issuer_url: ********"


@pytest.mark.parametrize("value", ["30d", "[openid, email]", "3 of 4", '"2.33.1"'])
def test_short_words_and_keys_stay_visible(value: str) -> None:
    line = f"issuer_url: {value}"
    finding = Diagnostic("A001", Severity.ERROR, "m", "h", "issuer_url", Origin("stack", "f", 1, 13, 13 + len(value)))
    lines = TextForm(SourceLines({"f": line}), FORM.visibility).text([Checked("f", "", (finding,))]).splitlines()

    assert lines[2] == f"1 | {line}"


def test_a_very_long_line_is_cut_around_the_place() -> None:
    line = "issuer_url: " + "aaaa " * 100 + "B" + " cccc" * 100
    finding = Diagnostic("A001", Severity.ERROR, "m", "h", "issuer_url", Origin("stack", "f", 1, 513, 514))
    lines = TextForm(SourceLines({"f": line}), FORM.visibility).text([Checked("f", "", (finding,))]).splitlines()

    assert lines[2] == "1 | …" + "aaaa " * 12 + "B" + " cccc" * 19 + " ccc…"
    assert lines[3].index("^") == lines[2].index("B")


def test_escape_sequences_in_a_file_do_not_reach_the_terminal() -> None:
    finding = Diagnostic("A001", Severity.ERROR, "m\x1b[2J\u202e", "h", "issuer_url", Origin("stack", "f", 1, 1, 2))
    text = TextForm(SourceLines({"f": "issuer_url: \x1b[31m"}), FORM.visibility).text([Checked("f\x07", "", (finding,))])

    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "issuer_url: \\x1b[31m" in text
