"""The pages of reading codes are true: what they call wrong gives the code, what they call right does not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from codercfg.check import check_environ, check_variables
from codercfg.env.codes import RENDERING_CODES
from codercfg.env.codes_ai_providers import AI_PROVIDER_CODES
from codercfg.env.codes_external_auth import EXTERNAL_AUTH_CODES
from codercfg.rules.documentation import examples
from codercfg.sources.codes import CODES
from codercfg.sources.dotenv import read_dotenv
from rules.example_files import reader

if TYPE_CHECKING:
    from codercfg.diagnostics.code_doc import CodeDoc
    from codercfg.diagnostics.diagnostic import Diagnostic

DOTENV = {"ENV005", "ENV006"}
ALL = (*CODES, *AI_PROVIDER_CODES, *EXTERNAL_AUTH_CODES)
DOCS = [doc for doc in ALL if doc.code not in DOTENV]
PACKAGE = Path(__file__).parents[3] / "infra" / "codercfg"
_USED = re.compile(r'"((?:ARG|ENV|OPT|YML)\d{3})"')


def _findings(text: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for example in examples(text):
        release = example.release or "2.33"
        report = check_environ(example.environ, release, example.config_yaml, example.args, reader(example.files))
        found += report.diagnostics
    return found


@pytest.mark.parametrize("doc", DOCS, ids=[doc.code for doc in DOCS])
def test_the_wrong_example_gives_the_code_with_its_severity(doc: CodeDoc) -> None:
    found = [item for item in _findings(doc.wrong) if item.code == doc.code]
    assert found
    for item in found:
        assert item.severity is doc.severity
        assert item.help
        assert item.why
        assert not item.message.endswith(".")


@pytest.mark.parametrize("doc", DOCS, ids=[doc.code for doc in DOCS])
def test_the_right_example_is_free_of_the_code(doc: CodeDoc) -> None:
    assert examples(doc.right)
    assert [item.code for item in _findings(doc.right) if item.code == doc.code] == []


@pytest.mark.parametrize("doc", [doc for doc in ALL if doc.code in DOTENV], ids=lambda doc: doc.code)
def test_dotenv_pages_are_true(doc: CodeDoc) -> None:
    wrong, right = (read_dotenv(text.strip("`\n") + "\n", "coder.env") for text in (doc.wrong, doc.right))
    assert [item.code for item in wrong.diagnostics] == [doc.code]
    assert right.diagnostics == []
    assert check_variables(right.variables, "2.33").ok


def test_every_code_is_documented_once_and_no_page_is_left_over() -> None:
    documented = [doc.code for doc in (*ALL, *RENDERING_CODES)]
    assert len(documented) == len(set(documented))
    files = [*(PACKAGE / "sources").glob("*.py"), *(PACKAGE / "env").glob("*.py")]
    used = {code for path in files if not path.name.startswith("codes") for code in _USED.findall(path.read_text(encoding="utf-8"))}
    assert used == {code for code in documented if code[:3] in {"ARG", "ENV", "OPT", "YML"}}
