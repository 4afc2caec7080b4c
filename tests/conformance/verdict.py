"""Compares what we say about a case with what the server did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import codercfg
from conformance.files import reader

if TYPE_CHECKING:
    from codercfg.diagnostics.report import Report
    from conformance.cases import Case

# What the programs behind the older releases ran: options, session lifetimes, external auth. Their "accept" says no more than that.
_PARSED = ("ARG", "ENV", "EXT", "OPT", "YML")


@dataclass(frozen=True)
class Disagreement:
    """One respect in which a case and we differ."""

    case: Case
    what: str
    ours: Any
    theirs: Any

    def __str__(self) -> str:
        return f"{self.case.id} {self.what}\n    ours:   {self.ours}\n    theirs: {self.theirs}"


def check(case: Case) -> Report[Any]:
    """Our report about a case."""
    return codercfg.check_environ(case.environ, case.release, case.yaml, case.args, reader(case.files))


def disagreements(case: Case) -> list[Disagreement]:
    """Every respect in which we and the server differ about a case."""
    report = check(case)
    found = []
    errors = [item for item in report.errors if case.whole_server or not case.accepted or item.code.startswith(_PARSED)]
    if case.accepted and errors:
        found.append(Disagreement(case, "verdict", [f"{item.code} {item.about} {item.message}" for item in errors], "accept"))
    if not case.accepted and not errors:
        found.append(Disagreement(case, "verdict", "accept", f"{case.stage}: {', '.join(case.about)}"))
    if errors and not case.accepted and not _names(case, report):
        found.append(Disagreement(case, "about", [(item.code, item.about) for item in errors], case.about))
    if case.stage == "panic" and not any(item.crashes for item in errors):
        found.append(Disagreement(case, "kind", [item.code for item in errors], "crash"))
    return found + _values(case, report)


def _names(case: Case, report: Report[Any]) -> bool:
    """Whether one of our errors names something at fault; `yaml` means that the data only knows the file."""
    for item in report.errors:
        if not set(case.about).isdisjoint(item.about) or (case.about == ("yaml",) and item.origin.source == "yaml"):
            return True
    return not case.about


def _values(case: Case, report: Report[Any]) -> list[Disagreement]:
    if case.effective is None:
        return []
    found = []
    effective = report.effective(reveal=True)
    if effective != case.effective:
        keys = sorted(key for key in {*effective, *case.effective} if effective.get(key, "-") != case.effective.get(key, "-"))
        ours, theirs = ({key: values.get(key, "(unset)") for key in keys} for values in (effective, case.effective))
        found.append(Disagreement(case, "effective", ours, theirs))
    if not case.accepted:
        return found
    if case.providers is not None and report.providers(reveal=True) != case.providers:
        found.append(Disagreement(case, "providers", report.providers(reveal=True), case.providers))
    if case.external_auth is not None and report.external_auth(reveal=True) != case.external_auth:
        found.append(Disagreement(case, "external_auth", report.external_auth(reveal=True), case.external_auth))
    return found
