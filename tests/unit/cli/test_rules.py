from __future__ import annotations

import json
from typing import TYPE_CHECKING

from codercfg.cli.main import main
from codercfg.reference.code_docs import code_docs, find_codes
from codercfg.rules.registry import ROWS

if TYPE_CHECKING:
    import pytest


def test_every_rule_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--format", "json"]) == 0

    listed = json.loads(capsys.readouterr().out)
    assert [doc["code"] for doc in listed] == sorted(code_docs())
    assert {code for code, _module, _triggers in ROWS} <= {doc["code"] for doc in listed}


def test_the_table_shows_code_severity_releases_and_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "AIP101"]) == 0
    assert capsys.readouterr().out == "code    severity  releases      name\nAIP101  error     2.33 to 2.37  type-missing\n"


def test_a_code_is_found_in_any_case_and_by_what_is_wrong() -> None:
    assert find_codes("aip101") == (code_docs()["AIP101"],)
    assert code_docs()["AIP101"] in find_codes("type-missing")
    assert find_codes("XXX999") == ()
