from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema_rs
import pytest

from codercfg.diagnostics.allowed import Allowed
from codercfg.diagnostics.checked import Checked
from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.concise import concise
from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.github import github
from codercfg.diagnostics.json_form import json_form
from codercfg.diagnostics.origin import Origin
from codercfg.diagnostics.sarif import sarif
from unit.diagnostics.sample_reports import CLEAN, ENVIRON_CHECKED, ISSUER, SECRET, STACK, STACK_CHECKED, VARIABLE
from unit.diagnostics.sarif_schema import SARIF_SCHEMA


def test_concise_is_one_line_a_finding() -> None:
    assert concise([STACK_CHECKED, ENVIRON_CHECKED]).splitlines() == [
        "stacks/Pulumi.prod.yaml:7:19: error[OID003]: the issuer is no address",
        "stacks/Pulumi.prod.yaml:8:22: warning[STK010]: plain text in a secret option",
        r"CODER_X: info[ENV001]: 50%: a,b\n::error::x",
        "1 error, 1 warning, 1 note in 2 of 2 inputs",
    ]


def test_github_annotations_carry_the_place_and_escape_what_would_end_them() -> None:
    first, _second, third, last = github([STACK_CHECKED, ENVIRON_CHECKED]).splitlines()

    assert first == (
        "::error file=stacks/Pulumi.prod.yaml,line=7,endLine=7,col=19,endColumn=23,title=OID003%3A the issuer is no address"
        "::the issuer is no address%0Awhy: the server stops at start%0Ahelp: write it as https://…%0A"
        "also set here: stacks/Pulumi.prod.yaml:4:5"
    )
    assert third == "::notice title=ENV001%3A 50%25%3A a%2Cb%0A%3A%3Aerror%3A%3Ax::CODER_X: 50%25: a,b%0A::error::x%0Ahelp: none needed"
    assert last == "1 error, 1 warning, 1 note in 2 of 2 inputs"


def test_a_subject_cannot_become_a_github_command() -> None:
    assert github([Checked("::error::x\n::error::y", "", ())]) == "ok: : :error: :x\\n: :error: :y\n"


def test_json_has_the_documented_shape() -> None:
    document = json.loads(json_form([STACK_CHECKED, CLEAN], "1.2.3"))

    assert document["version"] == 1
    assert document["tool"] == {"name": "codercfg", "version": "1.2.3"}
    assert document["ok"] is False
    assert [item["input"] for item in document["inputs"]] == [STACK, "stacks/Pulumi.dev.yaml"]
    assert document["inputs"][1] == {
        "input": "stacks/Pulumi.dev.yaml",
        "release": "2.33.1",
        "ok": True,
        "counts": {"error": 0, "warning": 0, "info": 0},
        "diagnostics": [],
        "not_checked": [],
        "allowed": [],
    }
    assert document["inputs"][0]["counts"] == {"error": 1, "warning": 1, "info": 0}
    assert document["inputs"][0]["not_checked"] == ["`db` is encrypted"]
    assert document["inputs"][0]["diagnostics"][0] == {
        "code": "OID003",
        "severity": "error",
        "crashes": False,
        "message": "the issuer is no address",
        "why": "the server stops at start",
        "help": "write it as https://…",
        "path": "oidc.issuer_url",
        "origin": {"source": "stack", "file": STACK, "line": 7, "column": 19, "end_column": 23, "name": "oidc.issuer_url"},
        "about": ["oidc.issuer_url"],
        "related": [
            {
                "message": "also set here",
                "origin": {"source": "stack", "file": STACK, "line": 4, "column": 5, "end_column": 18, "name": "CODER_VERBOSE"},
            }
        ],
    }


def test_sarif_is_valid_and_names_places_rules_and_what_was_not_checked() -> None:
    doc = CodeDoc("OID003", "issuer-no-address", Severity.ERROR, "The issuer is no address.", "It stops.", "wrong", "right")
    document = json.loads(sarif([STACK_CHECKED, ENVIRON_CHECKED], "1.2.3", {"OID003": doc}))
    jsonschema_rs.validator_for(SARIF_SCHEMA).validate(document)
    [run] = document["runs"]

    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["ENV001", "OID003", "STK010"]
    assert run["tool"]["driver"]["rules"][1]["name"] == "issuer-no-address"
    assert [(result["ruleId"], result["ruleIndex"], result["level"]) for result in run["results"]] == [
        ("OID003", 1, "error"),
        ("STK010", 2, "warning"),
        ("ENV001", 0, "note"),
    ]
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": STACK},
        "region": {"startLine": 7, "startColumn": 19, "endColumn": 23},
    }
    assert run["results"][0]["relatedLocations"][0]["message"] == {"text": "also set here"}
    assert run["results"][2]["locations"] == [
        {"logicalLocations": [{"name": "CODER_X", "fullyQualifiedName": "CODER_X", "kind": "member"}]}
    ]
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == f"not checked in {STACK}: `db` is encrypted"


def test_findings_that_may_stay_are_told_apart_from_the_others() -> None:
    allowed = (Allowed(SECRET, "it is a test"), Allowed(ISSUER, known=True), Allowed(VARIABLE, known=True))
    checked = [Checked(STACK, "2.33.1", (), allowed=allowed)]
    document = json.loads(json_form(checked, "1"))["inputs"][0]
    log = json.loads(sarif(checked, "1"))
    jsonschema_rs.validator_for(SARIF_SCHEMA).validate(log)

    assert (document["ok"], document["diagnostics"]) == (True, [])
    assert [(item["by"], item["reason"], item["diagnostic"]["code"]) for item in document["allowed"]] == [
        ("comment", "it is a test", "STK010"),
        ("baseline", None, "OID003"),
        ("baseline", None, "ENV001"),
    ]
    assert [result["suppressions"] for result in log["runs"][0]["results"]] == [
        [{"kind": "inSource", "justification": "it is a test"}],
        [{"kind": "external"}],
        [{"kind": "external"}],
    ]
    assert concise(checked) == f"ok: {STACK} (Coder 2.33.1); 1 allowed by comments, 2 known from the baseline (1 error)\n"
    assert "::" not in github(checked)


@pytest.mark.parametrize(
    ("file", "uri"),
    [("./a b.yaml", "a%20b.yaml"), ("/etc/ü.yaml", "file:///etc/%C3%BC.yaml"), ("x\udcff.yaml", "x%FF.yaml"), ("a:b.yaml", "a%3Ab.yaml")],
)
def test_sarif_writes_files_as_uri_references(file: str, uri: str) -> None:
    finding = Diagnostic("A001", Severity.ERROR, "m", "h", origin=Origin("stack", file))
    document = json.loads(sarif([Checked(file, "", (finding,))], "1"))

    assert document["runs"][0]["results"][0]["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": uri}}


def test_machine_forms_are_ascii_whatever_a_file_is_called() -> None:
    finding = Diagnostic("A001", Severity.ERROR, "m\udcff", "h", origin=Origin("stack", "\udcff.yaml", 1, 1, 2))
    checked = [Checked("\udcff.yaml", "", (finding,))]

    assert re.fullmatch(r"[\x00-\x7f]+", json_form(checked, "1") + sarif(checked, "1"))
    assert json.loads(json_form([Checked("x", "", (ISSUER,))], "1"))["inputs"][0]["release"] is None


def test_the_documented_json_is_what_is_written() -> None:
    page = (Path(__file__).parents[3] / "docs" / "json-report.md").read_text(encoding="utf-8")
    example = json.loads(page.partition("```json\n")[2].partition("```")[0])
    checked = Checked(STACK, "2.33.1", (ISSUER,), STACK_CHECKED.not_checked)

    assert example == json.loads(json_form([checked], "0.1.0"))
