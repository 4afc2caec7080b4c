"""Previews stacks, a few at a time."""

from __future__ import annotations

import time
from collections import deque
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from codercfg.fleet.changes import object_outcome
from codercfg.fleet.cli_environ import cli_environ
from codercfg.fleet.helper import Helper
from codercfg.fleet.outcome import StackOutcome
from codercfg.fleet.own_python import runs_here
from codercfg.fleet.running import Running, cost_file
from codercfg.fleet.steps import STRANGE, UNKNOWN_FORM
from codercfg.sources.temporary_folder import temporary_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from codercfg.fleet.outcome import ObjectOutcome
    from codercfg.fleet.project import Project
    from codercfg.fleet.selection import Selected
    from codercfg.fleet.steps import Log

_PAUSE = 0.01  # seconds between two looks at what is running


@dataclass(frozen=True, slots=True)
class Settings:
    """How to preview.

    Attributes:
        cli: Path of the Pulumi CLI.
        jobs: How many previews may run at once.
        timeout: Seconds after which one is ended.
        environ: Environment of the CLI and of the programs.
    """

    cli: str
    jobs: int
    timeout: float
    environ: Mapping[str, str]


def preview_all(project: Project, selected: Sequence[Selected], settings: Settings) -> tuple[StackOutcome, ...]:
    """Preview the stacks and give the outcomes in their order.

    A stack whose file has errors is never handed to the CLI. Nothing is left running when this ends, in whichever way.

    Args:
        project: Their project.
        selected: The stacks, checked.
        settings: How.
    """
    made = {item.name: item.failed() for item in selected if not item.ok}
    waiting = deque(item for item in selected if item.ok)
    if waiting:
        with ExitStack() as cleanup:
            folder = cleanup.enter_context(temporary_folder("codercfg-fleet-"))
            helper = _helper(project, waiting[0], settings, cleanup)
            made.update(_run(project, waiting, settings, folder, helper))
    return tuple(made[item.name] for item in selected)


def _helper(project: Project, first: Selected, settings: Settings, cleanup: ExitStack) -> Helper | None:
    """None where programs run in another Python than ours: the CLI then starts them itself."""
    environ = cli_environ(settings.cli, settings.environ)
    return cleanup.enter_context(Helper(project, Path(first.file), environ)) if runs_here(project, environ) else None


def _run(project: Project, waiting: deque[Selected], settings: Settings, folder: Path, helper: Helper | None) -> dict[str, StackOutcome]:
    made: dict[str, StackOutcome] = {}
    running: dict[Running, Selected] = {}
    try:
        while waiting or running:
            while waiting and len(running) < settings.jobs:
                item = waiting.popleft()
                running[_started(project, item, settings, folder, helper)] = item
            for one in [one for one in running if one.ended]:
                item = running.pop(one)
                _release(one, helper)
                made[item.name] = _outcome(item, one, settings)
            for one in running:
                if one.age > settings.timeout:
                    _release(one, helper)  # an engine that waits for the program notices
                    one.stop()
            time.sleep(_PAUSE)
    finally:
        _stop(running, helper)
    return made


def _started(project: Project, item: Selected, settings: Settings, folder: Path, helper: Helper | None) -> Running:
    own = folder / item.name
    own.mkdir()
    served = helper.serve(cost_file(own)) if helper is not None else None
    return Running(settings.cli, project.root, item.name, own, settings.environ, served)


def _release(one: Running, helper: Helper | None) -> None:
    if helper is not None and one.served is not None:
        helper.end(one.served)
        one.served = None


def _stop(running: Mapping[Running, Selected], helper: Helper | None) -> None:
    for one in running:
        _release(one, helper)
    while any(not one.ended for one in running):
        for one in running:
            if not one.ended:
                one.stop()
        time.sleep(_PAUSE)


def _outcome(item: Selected, one: Running, settings: Settings) -> StackOutcome:
    log = one.log()
    errors = _errors(log, one, settings)
    objects: list[ObjectOutcome] = []
    try:
        objects = [] if errors else _objects(log, item)
    except STRANGE:
        errors = [UNKNOWN_FORM]
    return StackOutcome(
        stack=item.name,
        file=item.file,
        release=item.release,
        objects=tuple(objects),
        diagnostics=item.diagnostics,
        errors=tuple(errors),
        seconds=one.seconds(),
        failed=bool(errors),
    )


def _objects(log: Log, item: Selected) -> list[ObjectOutcome]:
    steps = sorted(log.steps.values(), key=lambda step: step.urn)
    return sorted((object_outcome(step, item.option_of) for step in steps), key=lambda found: (found.kind, found.namespace, found.name))


def _errors(log: Log, one: Running, settings: Settings) -> list[str]:
    if one.age > settings.timeout and one.code != 0:
        return [f"the preview was ended after {settings.timeout:g} s", *log.errors]
    if one.code == 0 and log.finished:
        return []
    return log.errors or [one.complaint() or f"the Pulumi CLI ended with exit code {one.code} and no result"]
