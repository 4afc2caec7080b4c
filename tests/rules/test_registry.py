"""The hand-written list of rules and the modules say the same."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import codercfg.rules
from codercfg.catalog.catalog import leaf_by_flag
from codercfg.releases.release import Release
from codercfg.rules.registry import ROWS
from codercfg.rules.rule import Rule
from codercfg.rules.triggers import SPECIAL

ROOT = Path(codercfg.rules.__file__).parent


def _rule_modules() -> set[str]:
    return {f"{path.parent.name}.{path.stem}" for path in ROOT.glob("*/*.py") if "\nRULE = " in path.read_text(encoding="utf-8")}


def test_every_rule_module_is_listed_once() -> None:
    assert sorted(module for _code, module, _triggers in ROWS) == sorted(_rule_modules())


def test_codes_are_unique_and_well_formed() -> None:
    codes = [code for code, _module, _triggers in ROWS]
    assert sorted(set(codes)) == sorted(codes)
    assert [code for code in codes if not (code[:-3].isupper() and code[-3:].isdigit())] == []


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_row_says_what_its_module_says(row: tuple[str, str, tuple[str, ...]]) -> None:
    code, module, triggers = row
    rule = import_module(f"codercfg.rules.{module}").RULE
    assert isinstance(rule, Rule)
    assert (rule.code, rule.triggers) == (code, triggers)
    assert rule.name == module.rpartition(".")[2].replace("_", "-")
    assert rule.source


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_triggers_are_paths_of_options(row: tuple[str, str, tuple[str, ...]]) -> None:
    paths = {leaf.path for leaf in leaf_by_flag().values()}
    assert [trigger for trigger in row[2] if trigger not in paths | SPECIAL] == []


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_release_ranges_are_releases_in_order(row: tuple[str, str, tuple[str, ...]]) -> None:
    rule = import_module(f"codercfg.rules.{row[1]}").RULE
    first = Release.parse(rule.since or "0.1")
    assert first.line <= Release.parse(rule.until or "9.0").line
