"""Which source wins: flag, then variable, then YAML file, then default, with serpent's exceptions.

Source: serpent `option.go` and `values.go`. Options are applied in the order of their names; two options that write to one field are two
assignments to it. Lists of variables and flags are added up. A validated option and its alias do not share their bookkeeping, so that
the default of the one left out overwrites the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from codercfg.configuration.setting import Setting
from codercfg.diagnostics.diagnostic import Diagnostic, Related, Severity
from codercfg.options.kinds import LIST, SECRET_LIST
from codercfg.values import csv_list
from codercfg.values.error import ValueParseError
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.catalog.catalog import Catalog, Option
    from codercfg.releases.release import Release
    from codercfg.sources.assigned import Assigned


@dataclass(slots=True)
class Merged:
    """The options that were set, by JSON path, and what is odd about how."""

    settings: dict[str, Setting] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def merge(catalog: Catalog, release: Release, environ: Sequence[Assigned], flags: Sequence[Assigned], yaml: Sequence[Assigned]) -> Merged:
    """The values in force.

    Args:
        catalog: The options of the release.
        release: The release.
        environ: In the order of option names.
        flags: In the order of the arguments.
        yaml: In the order of option names.
    """
    merged = Merged()
    sourced: set[str] = set()
    for assigned in environ:
        sourced.add(assigned.option.record.flag)
        _put(merged, catalog, assigned, adds=True)
    for assigned in flags:
        sourced.add(assigned.option.record.flag)
        _put(merged, catalog, assigned, adds=True)
    for assigned in yaml:
        if assigned.option.record.flag in sourced:
            _note_loser(merged, assigned)
        else:
            _put(merged, catalog, assigned, adds=False)
    sourced.update(assigned.option.record.flag for assigned in yaml)
    _reset_twins(merged, catalog, release, sourced)
    return merged


def _put(merged: Merged, catalog: Catalog, assigned: Assigned, *, adds: bool) -> None:
    path = assigned.option.path
    before = merged.settings.get(path)
    value = assigned.value
    overridden: tuple[Any, ...] = ()
    if before is not None:
        overridden = (*before.overridden, before.origin)
        if adds and assigned.option.kind in (LIST, SECRET_LIST):
            value = _joined(before.value, value)
            if before.origin.source != assigned.origin.source:
                merged.diagnostics.append(_added(before, assigned))
        else:
            merged.diagnostics.extend(_overridden(before, assigned, catalog))
    merged.settings[path] = Setting(assigned.option, value, assigned.origin, overridden)


def _note_loser(merged: Merged, assigned: Assigned) -> None:
    """Keep, for `explain`, the place of a YAML value that lost to the same option's variable or flag."""
    path = assigned.option.path
    before = merged.settings[path]
    merged.settings[path] = Setting(before.option, before.value, before.origin, (*before.overridden, assigned.origin))


def _joined(before: Any, after: Any) -> Any:  # noqa: ANN401  (a tuple, or a secret)
    if isinstance(before, tuple) and isinstance(after, tuple):
        return before + after
    if isinstance(before, SecretText) and isinstance(after, SecretText):
        try:
            return SecretText(csv_list.to_env(csv_list.parse(before.reveal()) + csv_list.parse(after.reveal())))
        except ValueParseError:  # a list that no text can carry, such as one empty item
            return after
    return after


def _added(before: Setting, assigned: Assigned) -> Diagnostic:
    return Diagnostic(
        code="OPT004",
        severity=Severity.WARNING,
        message=f"the lists of {before.origin.name} and {assigned.origin.name} are added up",
        path=assigned.option.path,
        origin=assigned.origin,
        why="for lists the server appends what a flag gives to what the variable gave",
        help="set the list in one place",
        about=tuple(filter(None, (before.origin.name, assigned.origin.name))),
        related=(Related("the first part", before.origin),),
    )


def _overridden(before: Setting, assigned: Assigned, catalog: Catalog) -> list[Diagnostic]:
    """A finding where two names of one field disagree; a flag over a variable is what flags are for."""
    if before.option.record.flag == assigned.option.record.flag or before.value == assigned.value:
        return []
    keep = catalog.by_path[assigned.option.path][0]
    # Of a validated option the default of the name left out would win.
    help_text = "give both the same value" if keep.record.validated else f"keep {keep.env or keep.record.flag} only"
    return [
        Diagnostic(
            code="OPT003",
            severity=Severity.WARNING,
            message=f"{assigned.origin.name} wins over {before.origin.name}: both set `{assigned.option.path}`",
            path=assigned.option.path,
            origin=assigned.origin,
            why="two names of one option are applied in the order of their upstream titles, and the later one counts",
            help=help_text,
            about=tuple(filter(None, (before.origin.name, assigned.origin.name))),
            related=(Related("this one is lost", before.origin),),
        )
    ]


def _reset_twins(merged: Merged, catalog: Catalog, release: Release, sourced: set[str]) -> None:
    for path in [path for path, setting in merged.settings.items() if setting.option.record.validated]:
        twins = catalog.by_path[path]
        idle = [twin for twin in twins if twin.record.flag not in sourced]
        if len(twins) == 1 or not idle:
            continue
        before = merged.settings[path]
        # Defaults are applied in the order of names; the last option without a source has the last word.
        last = max(idle, key=lambda twin: twin.record.name)
        value = last.kind.parse(last.record.default or "")
        merged.settings[path] = Setting(before.option, value, before.origin, before.overridden)
        if value != before.value:
            merged.diagnostics.append(_reset(before, last, release))


def _reset(before: Setting, twin: Option, release: Release) -> Diagnostic:
    return Diagnostic(
        code="OPT005",
        severity=Severity.WARNING,
        message=f"Coder {release} resets `{before.option.path}` to {twin.record.default}",
        path=before.option.path,
        origin=before.origin,
        why=f"the option has a second name, {twin.env}, whose default overwrites the value",
        help=f"give {twin.env} the same value",
        about=tuple(filter(None, (before.origin.name, twin.env))),
    )
