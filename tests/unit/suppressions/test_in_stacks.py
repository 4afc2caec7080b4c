from __future__ import annotations

from dataclasses import replace

import codercfg
from codercfg.kubernetes_objects.render import render_objects
from codercfg.reference.code_docs import code_docs
from codercfg.stack_check import load_stack

HEAD = 'config:\n  coder:release: "2.33.1"\n'


def codes(text: str) -> list[str]:
    return [item.code for item in codercfg.check_stack(HEAD + text).diagnostics]


def test_a_comment_takes_a_warning_out_of_the_report_and_keeps_it_at_hand() -> None:
    text = "  coder:deployment:\n    # codercfg: allow HTP015 because it runs on one laptop\n    access_url: http://localhost:3000\n"
    report = codercfg.check_stack(HEAD + text)

    assert "HTP015" in codes(text.replace("codercfg", "nothing"))
    assert report.diagnostics == ()
    assert [(item.diagnostic.code, item.reason) for item in report.allowed] == [("HTP015", "it runs on one laptop")]


def test_an_error_makes_the_report_fail_whatever_a_comment_says() -> None:
    text = "  coder:deployment:\n    verbose: maybe # codercfg: allow OPT001 because I say so\n"

    assert not codercfg.check_stack(HEAD + text).ok
    assert "ALW005" in codes(text)


def test_where_rules_were_not_applied_no_comment_is_called_unused() -> None:
    text = "  coder:deployment:\n    access_url: https://c.example.com # codercfg: allow HTP015 because x\n"

    assert codes(text) == ["ALW004"]
    assert "ALW004" not in codes(text + "    access_url: twice\n")


def test_where_a_value_is_encrypted_no_comment_about_it_is_called_unused() -> None:
    text = """\
  coder:deployment:
    access_url: https://c.example.com
    pg_connection_url: {secure: "v1:AAAA:BBBB"} # codercfg: allow CODE because x
"""
    undecided = codercfg.check_stack(HEAD + text).undecided & {item.code for item in code_docs().values() if item.code.startswith("DBS")}
    decided = "DBS001" if "DBS001" not in undecided else "HTP015"

    assert undecided
    assert "ALW004" not in codes(text.replace("CODE", min(undecided)))
    assert "ALW004" in codes(text.replace("CODE", decided))


def test_findings_about_objects_are_allowed_where_objects_are_made() -> None:
    image = "  coder:kubernetes:\n    image:\n      tag: latest{}\n"
    text = (
        HEAD
        + "  coder:deployment:\n    access_url: https://c.example.com\n    pg_connection_url: {{secretRef: {{name: a, key: b}}}}\n"
        + image
    )
    plain = load_stack(text.format(""))
    assert plain.stack is not None
    about_image = [item for item in render_objects(plain.stack).diagnostics if item.code.startswith("IMG")]
    assert about_image, "a floating tag is worth a finding"

    allowed = load_stack(text.format(f" # codercfg: allow {about_image[0].code} because x"))
    assert allowed.stack is not None
    assert "ALW004" not in {item.code for item in allowed.report.diagnostics}
    assert about_image[0].code not in {item.code for item in render_objects(allowed.stack).diagnostics}
    moved = replace(allowed.stack, allowances=tuple(replace(item, line=1) for item in allowed.stack.allowances))
    assert "ALW004" in {item.code for item in render_objects(moved).diagnostics}
