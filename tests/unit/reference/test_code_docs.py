from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from codercfg.reference.code_docs import CODE_MODULES, code_docs
from codercfg.rules.run import all_rules

PACKAGE = Path(__file__).parents[3] / "infra" / "codercfg"
CODE = re.compile(r'"([A-Z]{3}\d{3})"')


def used() -> set[str]:
    """Every code that stands in the source as a text of its own."""
    return {code for path in PACKAGE.rglob("*.py") for code in CODE.findall(path.read_text(encoding="utf-8"))}


def test_every_module_with_codes_is_listed() -> None:
    found = {path for path in PACKAGE.rglob("codes*.py") if re.search(r"^CODES\b", path.read_text(encoding="utf-8"), re.MULTILINE)}

    assert {"codercfg." + ".".join(path.relative_to(PACKAGE).with_suffix("").parts) for path in found} == set(CODE_MODULES)


def test_every_code_in_use_has_a_page() -> None:
    assert sorted(used() - set(code_docs())) == []


@pytest.mark.parametrize("doc", code_docs().values(), ids=lambda doc: doc.code)
def test_a_page_says_what_why_and_how(doc: object) -> None:
    parts = {name: getattr(doc, name) for name in ("name", "summary", "why", "wrong", "right")}

    assert [name for name, text in parts.items() if not text.strip()] == []
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", parts["name"])


def test_no_code_is_used_twice() -> None:
    codes = [rule.code for rule in all_rules()]

    assert len(set(codes)) == len(codes)
    assert not set(codes) & {doc.code for module in CODE_MODULES for doc in import_module(module).CODES}
