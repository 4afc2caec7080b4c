"""A stack for another release."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic, Severity, collected
from codercfg.diagnostics.relocate import in_file
from codercfg.migrate.edits import CannotEditError
from codercfg.migrate.notes import notes
from codercfg.migrate.plan import Plan, plan
from codercfg.migrate.proof import difference
from codercfg.migrate.rewrite import rewrite
from codercfg.migrate.tree import TreeError
from codercfg.stack_check import load_stack

if TYPE_CHECKING:
    from pathlib import Path

    from codercfg.releases.release import Release
    from codercfg.stack_check import LoadedStack


@dataclass(frozen=True, slots=True)
class Migration:
    """The outcome of migrating a stack.

    Attributes:
        file: The file as it was given.
        before: Its text, without a byte order mark.
        after: The text for the target release, or None when there is none that the target would take.
        source: The release that the file names, or None.
        target: The target release.
        notes: About the file as it is: why it cannot be rewritten, what goes, which routes do; sorted by place.
        findings: What the target release would say about the rewritten text; places are in that text, called `<file> (migrated)`.
        result: The rewritten stack, loaded, also when the target would not take it; None when there is none.
    """

    file: str
    before: str = field(repr=False)
    after: str | None = field(repr=False)
    source: Release | None
    target: Release
    notes: tuple[Diagnostic, ...]
    findings: tuple[Diagnostic, ...] = ()
    result: LoadedStack | None = field(default=None, repr=False)

    @property
    def changed(self) -> bool:
        """Whether there is something to write."""
        return self.after is not None and self.after != self.before


def migrate(source: str | Path, target: Release) -> Migration:
    """Rewrite a stack file, or its text, for `target`; nothing is written.

    Encrypted values and references move as they are. The result is checked as the target release would take it, and compared with what the
    file said before: `after` is None unless both are in order.
    """
    return migrate_loaded(load_stack(source), target)


def migrate_loaded(loaded: LoadedStack, target: Release) -> Migration:
    """The same for a stack that was loaded as the release that it names."""
    inputs, config = loaded.inputs, loaded.inputs.configuration
    if inputs.release is None or config is None or inputs.incomplete:
        return Migration(inputs.file, inputs.text, None, inputs.release, target, loaded.report.diagnostics)
    changes = plan(inputs, config, target)
    try:
        after = rewrite(inputs.text, changes, inputs, target)
    except (CannotEditError, TreeError) as error:
        return _refused(loaded, target, str(error))
    return _judged(loaded, target, changes, after)


def _refused(loaded: LoadedStack, target: Release, reason: str) -> Migration:
    inputs = loaded.inputs
    origin = inputs.written.places.file_origin() if inputs.written is not None else None
    finding = Diagnostic(
        code="REL030",
        severity=Severity.ERROR,
        message=f"the file cannot be rewritten: {reason}",
        help="change that place by hand, then migrate again",
        why="the change would touch more than it should",
    )
    finding = finding if origin is None else replace(finding, origin=origin)
    return Migration(inputs.file, inputs.text, None, inputs.release, target, (finding,))


def _judged(loaded: LoadedStack, target: Release, changes: Plan, after: str) -> Migration:
    inputs = loaded.inputs
    result = load_stack(f"{after}\n" if "\n" not in after else after)
    wrong = difference(loaded, result, changes)
    if wrong:
        return _refused(loaded, target, wrong)
    findings = tuple(in_file(item, f"{inputs.file} (migrated)") for item in result.report.diagnostics)
    remarks = collected(notes(loaded, result, changes))
    text = after if result.report.ok else None
    return Migration(inputs.file, inputs.text, text, inputs.release, target, remarks, findings, result)
