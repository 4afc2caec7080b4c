"""Applies all rules to a configuration."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic
from codercfg.rules.guarded import UnreadableError, guarded
from codercfg.rules.registry import ROWS
from codercfg.rules.triggers import triggers

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration
    from codercfg.releases.release import Release
    from codercfg.rules.rule import Rule


def run(
    config: Configuration, unreadable: frozenset[str] = frozenset(), undecided: set[str] | None = None
) -> tuple[list[Diagnostic], list[str]]:
    """Findings, and sentences about checks that could not be made; both in the order of the registry.

    Args:
        config: What to check.
        unreadable: JSON paths of options whose value was refused while reading, and `@providers` or `@external_auth` when that list is not
            complete. A rule that looks at one of them stays silent: the refusal was reported.
        undecided: Receives the codes of rules that could not look at everything.
    """
    open_codes = set() if undecided is None else undecided
    view = guarded(config, unreadable)
    diagnostics: list[Diagnostic] = []
    not_checked: list[str] = []
    for rule in _rules(config.release, triggers(config, unreadable)):
        if unreadable and _needs_a_list_of(rule, unreadable):
            open_codes.add(rule.code)
            continue
        try:
            for outcome in rule.check(view):
                if isinstance(outcome, Diagnostic):
                    diagnostics.append(outcome)
                else:
                    not_checked.append(outcome.sentence)
                    open_codes.add(rule.code)
        except UnreadableError:
            open_codes.add(rule.code)
    return diagnostics, list(dict.fromkeys(not_checked))


def _needs_a_list_of(rule: Rule, unreadable: frozenset[str]) -> bool:
    return any(trigger.partition(".")[0] in unreadable for trigger in rule.triggers if trigger.startswith("@"))


@lru_cache(maxsize=256)
def _rules(release: Release, what_is_set: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that can apply, in the order of the registry; every other rule's module is not even imported.

    Kept, because the stacks of a fleet set the same options.
    """
    by_trigger = _rows_by_trigger()
    rows = {row for trigger in what_is_set for row in by_trigger.get(trigger, ())}
    rules = (load(ROWS[row][1]) for row in sorted(rows))
    return tuple(rule for rule in rules if rule.holds_for(release))


@lru_cache(maxsize=1)
def _rows_by_trigger() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, (_code, _module, of_row) in enumerate(ROWS):
        for trigger in of_row:
            found.setdefault(trigger, []).append(number)
    return found


@lru_cache(maxsize=512)
def load(module: str) -> Rule:
    """The rule of `codercfg.rules.<module>`."""
    rule: Rule = import_module(f"codercfg.rules.{module}").RULE
    return rule


def all_rules() -> tuple[Rule, ...]:
    """Every rule in the order of the registry; imports all modules, so nothing that checks a stack may call it."""
    return tuple(load(module) for _code, module, _of_row in ROWS)
