from __future__ import annotations

import re
from pathlib import Path

import pytest

from codercfg.cli.main import main
from codercfg.reference.code_docs import code_docs
from codercfg.reference.rule_pages import FAMILIES, rule_pages
from codercfg.reference.settings_page import settings_page
from codercfg.reference.stack_keys import stack_keys

FOLDER = Path(__file__).parents[3] / "docs" / "rules"
PAGES = {item.path.name: item.make() for item in rule_pages(FOLDER)}


def test_every_code_has_a_page_and_no_page_is_left_of_a_code_that_went() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(PAGES) == {"README.md", *(f"{code}.md" for code in code_docs())}


def test_the_index_lists_every_code_under_a_named_family() -> None:
    index = PAGES["README.md"]

    assert re.findall(r"^\| \[(\w+)\]\((\w+)\.md\)", index, re.MULTILINE) == [(code, code) for code in code_docs()]
    assert {code[:3] for code in code_docs()} <= set(FAMILIES)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_opens_and_closes_its_examples(name: str) -> None:
    fences = [line for line in PAGES[name].splitlines() if line.startswith("```")]

    assert len(fences) % 2 == 0
    assert all(line == "```" for line in fences[1::2])


@pytest.mark.parametrize("code", sorted(code_docs()))
def test_every_code_is_explained_on_the_command_line(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code]) == 0
    assert capsys.readouterr().out.startswith(f"{code}: {code_docs()[code].name}\n")


def test_the_page_of_settings_has_every_key_that_holds_a_value() -> None:
    page = settings_page()
    keys = [key for key in stack_keys().values() if key.type not in {"group", "list"}]

    assert page.count("\n| `") == len(keys)
    assert all(key.description.replace("|", "\\|") in page for key in keys)
