"""The pages of a stack file's codes are true: what they call wrong gives the code, what they call right does not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from codercfg.diagnostics.diagnostic import collected
from codercfg.sources.codes_stack import CODES
from codercfg.sources.stack_file import read_stack_file

if TYPE_CHECKING:
    from codercfg.diagnostics.code_doc import CodeDoc

SOURCES = Path(__file__).parents[4] / "infra" / "codercfg" / "sources"
IN_WORDS = {"STK001", "STK002", "STK003", "STK032", "STK034"}
SHOWN = [doc for doc in CODES if doc.code not in IN_WORDS]
_BLOCK = re.compile(r"```yaml\n(.*?)```\n", re.DOTALL)
_USED = re.compile(r'"((?:STK|REL)\d{3})"')


def findings(text: str) -> list[tuple[str, str]]:
    match = _BLOCK.fullmatch(text)
    assert match is not None
    return [(item.code, item.severity.value) for item in collected(read_stack_file(match[1]).diagnostics)]


@pytest.mark.parametrize("doc", SHOWN, ids=[doc.code for doc in SHOWN])
def test_the_wrong_example_gives_the_code_with_its_severity(doc: CodeDoc) -> None:
    assert (doc.code, doc.severity.value) in findings(doc.wrong)


@pytest.mark.parametrize("doc", SHOWN, ids=[doc.code for doc in SHOWN])
def test_the_right_example_has_no_finding(doc: CodeDoc) -> None:
    assert findings(doc.right) == []


@pytest.mark.parametrize("doc", [doc for doc in CODES if doc.code in IN_WORDS], ids=lambda doc: doc.code)
def test_a_page_without_example_says_it_in_words(doc: CodeDoc) -> None:
    assert doc.wrong.strip()
    assert doc.right.strip()
    assert "```" not in doc.wrong + doc.right


def test_every_code_has_one_page_and_no_page_is_left_over() -> None:
    documented = [doc.code for doc in CODES]
    names = [doc.name for doc in CODES]
    files = [path for path in SOURCES.rglob("*.py") if not path.name.startswith("codes")]
    used = {code for path in files for code in _USED.findall(path.read_text(encoding="utf-8"))}

    assert len(set(documented)) == len(documented)
    assert len(set(names)) == len(names)
    assert used == set(documented)
