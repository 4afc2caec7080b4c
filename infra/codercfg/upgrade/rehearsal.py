"""Rehearses an upgrade of the Coder server with one stack."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codercfg.diagnostics.relocate import in_file
from codercfg.stack_check import load_stack
from codercfg.upgrade.checks import check_steps
from codercfg.upgrade.defaults import default_steps
from codercfg.upgrade.knowledge import knowledge_steps
from codercfg.upgrade.meanings import meaning_steps
from codercfg.upgrade.step import Step, When
from codercfg.upgrade.verdict import Verdict, verdicts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from codercfg.configuration.configuration import Configuration
    from codercfg.releases.release import Release
    from codercfg.stack_check import LoadedStack


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What an upgrade would do.

    Attributes:
        file: The stack file as it was given.
        text: Its text, for messages that show the line.
        source: The release that it names, or None when it could not be read.
        target: The new release.
        steps: What to do, by when, then by place.
        options: What the new release makes of each option of the stack, by JSON path: its names on all surfaces.
        not_checked: Checks that were not made, one sentence each.
    """

    file: str
    text: str = field(repr=False)
    source: Release | None
    target: Release
    steps: tuple[Step, ...]
    options: dict[str, tuple[Verdict, ...]] = field(default_factory=dict)
    not_checked: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing has to be done before the upgrade."""
        return not self.of(When.BEFORE)

    def of(self, when: When) -> tuple[Step, ...]:
        """The steps of one time."""
        return tuple(step for step in self.steps if step.when is when)


def rehearse(source: str | Path, target: Release, read_file: Callable[[str], bytes] | None = None) -> Rehearsal:
    """Compare what the release of a stack and `target` make of it.

    Args:
        source: Path of a stack file, or its text.
        target: The release to upgrade to.
        read_file: Reads a file that an option names, raising OSError.
    """
    return rehearse_loaded(load_stack(source, read_file=read_file), target, read_file)


def rehearse_loaded(now: LoadedStack, target: Release, read_file: Callable[[str], bytes] | None = None) -> Rehearsal:
    """The same for a stack that was loaded as the release that it names."""
    old = now.inputs.configuration
    if old is None or now.inputs.release is None or now.inputs.incomplete:
        steps = tuple(Step(When.BEFORE, item) for item in now.report.diagnostics)
        return Rehearsal(now.inputs.file, now.inputs.text, now.inputs.release, target, steps, not_checked=now.report.not_checked)
    # The text and not the path: the file may change in between, and a pipe can be read only once.
    then = load_stack(f"{now.inputs.text}\n", now.inputs.secrets, read_file, target)
    new = then.inputs.configuration or old
    return Rehearsal(
        now.inputs.file,
        now.inputs.text,
        now.inputs.release,
        target,
        _ordered(now, then, old, new),
        {path: verdicts(path, target) for path in _paths(old, new)},
        then.report.not_checked,
    )


def _ordered(now: LoadedStack, then: LoadedStack, old: Configuration, new: Configuration) -> tuple[Step, ...]:
    unreadable = now.inputs.unreadable | then.inputs.unreadable
    steps = [
        *check_steps(now, then),
        *default_steps(old, new),
        *meaning_steps(old, new, unreadable),
        *knowledge_steps(old, new),
    ]
    moved = [Step(step.when, in_file(step.finding, now.inputs.file)) for step in steps]
    times = list(When)
    return tuple(sorted(dict.fromkeys(moved), key=lambda step: (times.index(step.when), step.finding.sort_key)))


def _paths(old: Configuration, new: Configuration) -> list[str]:
    lists = (("ai.bridge.providers", old.providers or new.providers), ("external_auth", old.external_auth or new.external_auth))
    return sorted({*old.settings, *new.settings, *(path for path, items in lists if items)})
