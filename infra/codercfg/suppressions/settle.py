"""Sorts findings into those that are reported and those that a comment allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from codercfg.diagnostics.allowed import Allowed
from codercfg.diagnostics.diagnostic import Diagnostic, Related, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from codercfg.suppressions.allowance import Allowance

# Findings about Kubernetes objects appear when objects are made, so only then is it known whether a comment about them is needed.
OF_OBJECTS = ("K8S", "IMG", "TPL")
OF_CLUSTERS = ("CLU",)  # only a look at the cluster can tell


@dataclass(frozen=True, slots=True)
class Settled:
    """The outcome.

    Attributes:
        reported: What stays a finding, and findings about comments that allow too much or nothing.
        allowed: What comments allow.
    """

    reported: tuple[Diagnostic, ...]
    allowed: tuple[Allowed, ...]


def settle(
    diagnostics: Iterable[Diagnostic],
    allowances: Sequence[Allowance],
    is_decided: Callable[[str], bool],
    known_codes: Callable[[], Collection[str]] | None = None,
) -> Settled:
    """Take out what comments allow. An error stays: no comment makes the server start.

    Args:
        diagnostics: All findings.
        allowances: What comments allow.
        is_decided: Whether every check that could give this code was made, so that an allowance without a finding is useless.
        known_codes: Gives every code there is, asked only for an allowance without a finding; None to ask nothing.
    """
    if not allowances:
        return Settled(tuple(diagnostics), ())
    by_code: dict[str, list[Allowance]] = {}
    for allowance in allowances:
        by_code.setdefault(allowance.code, []).append(allowance)
    reported: list[Diagnostic] = []
    allowed: list[Allowed] = []
    used: set[Allowance] = set()
    for item in diagnostics:
        fitting = [allowance for allowance in by_code.get(item.code, ()) if allowance.covers(item)]
        used.update(fitting)
        if fitting and item.severity is not Severity.ERROR:
            allowed.append(Allowed(item, fitting[0].reason))
        else:
            reported += [item, *(_refused(allowance, item) for allowance in fitting)]
    idle = [allowance for allowance in dict.fromkeys(allowances) if allowance not in used]
    return Settled((*reported, *_idle(idle, is_decided, known_codes)), tuple(allowed))


def _idle(
    idle: list[Allowance], is_decided: Callable[[str], bool], known_codes: Callable[[], Collection[str]] | None
) -> Iterator[Diagnostic]:
    """Findings about allowances that nothing needed."""
    known = known_codes() if idle and known_codes is not None else None
    for allowance in idle:
        if known is not None and allowance.code not in known:
            yield _unknown(allowance, known)
        elif is_decided(allowance.code):
            yield _unused(allowance)


def _refused(allowance: Allowance, item: Diagnostic) -> Diagnostic:
    return Diagnostic(
        "ALW005",
        Severity.WARNING,
        f"{allowance.code} is an error here, and errors cannot be allowed",
        "put the error right and remove the comment",
        path=item.path,
        origin=allowance.origin,
        why="the server would refuse the configuration or drop the setting, whatever a comment says",
        related=(Related("the error", item.origin),),
    )


def _unknown(allowance: Allowance, known: Collection[str]) -> Diagnostic:
    from codercfg.diagnostics.nearest import did_you_mean

    return Diagnostic(
        "ALW003",
        Severity.WARNING,
        f"there is no code {allowance.code}",
        did_you_mean(allowance.code, sorted(known), "`codercfg rules` lists the codes"),
        origin=allowance.origin,
        why="the comment allows nothing",
    )


def _unused(allowance: Allowance) -> Diagnostic:
    where = "this file" if allowance.line is None else f"line {allowance.line}"
    return Diagnostic(
        "ALW004",
        Severity.WARNING,
        f"{allowance.code} is allowed, but {where} has no such finding",
        "remove the comment, or move it to the line of the finding or directly above it",
        origin=allowance.origin,
        why="it would hide the next finding of this code from everybody",
    )
