"""Applies all rules to a configuration."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic
from codercfg.rules.guarded import UnreadableError, guarded
from codercfg.rules.registry import ROWS

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
    for rule in _rules(config.release, _triggers(config)):
        if (unreadable and _needs_a_list_of(rule, unreadable)) or not _apply(rule, view, diagnostics, not_checked):
            open_codes.add(rule.code)
    return diagnostics, list(dict.fromkeys(not_checked))


def _needs_a_list_of(rule: Rule, unreadable: frozenset[str]) -> bool:
    return any(trigger in unreadable for trigger in rule.triggers if trigger.startswith("@"))


def _apply(rule: Rule, view: Configuration, diagnostics: list[Diagnostic], not_checked: list[str]) -> bool:
    """Collect what a rule says; whether it could look at everything."""
    complete = True
    try:
        for outcome in rule.check(view):
            if isinstance(outcome, Diagnostic):
                diagnostics.append(outcome)
            else:
                not_checked.append(outcome.sentence)
                complete = False
    except UnreadableError:
        return False
    return complete


def _triggers(config: Configuration) -> frozenset[str]:
    """What is set, in the words of a rule's `triggers`."""
    found = {"@always", *config.settings}
    if config.providers:
        found.add("@providers")
    if config.external_auth:
        found.add("@external_auth")
    return frozenset(found)


@lru_cache(maxsize=256)
def _rules(release: Release, triggers: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that can apply, in the order of the registry; every other rule's module is not even imported.

    Kept, because the stacks of a fleet set the same options.
    """
    by_trigger = _rows_by_trigger()
    rows = {row for trigger in triggers for row in by_trigger.get(trigger, ())}
    rules = (load(ROWS[row][1]) for row in sorted(rows))
    return tuple(rule for rule in rules if rule.holds_for(release))


@lru_cache(maxsize=1)
def _rows_by_trigger() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, (_code, _module, triggers) in enumerate(ROWS):
        for trigger in triggers:
            found.setdefault(trigger, []).append(number)
    return found


@lru_cache(maxsize=512)
def load(module: str) -> Rule:
    """The rule of `codercfg.rules.<module>`."""
    rule: Rule = import_module(f"codercfg.rules.{module}").RULE
    return rule


def all_rules() -> tuple[Rule, ...]:
    """Every rule in the order of the registry; imports all modules, so nothing that checks a stack may call it."""
    return tuple(load(module) for _code, module, _triggers in ROWS)
