"""What goes around a command of the Pulumi CLI on this clone's own backend, so that no fault of an earlier or this one stays.

A backend of theirs is theirs: Pulumi's own advice holds there (docs/recovery.md).
"""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tools.bootstrap import held_lock, settle, stale_lock
from tools.bootstrap.chosen_stack import chosen_stack
from tools.bootstrap.failure import SetupError
from tools.bootstrap.half_written import remove_half_written
from tools.bootstrap.kept_state import KeptStates
from tools.bootstrap.leftover_files import manifest_paths, remove_leftover_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tools.bootstrap.paths import Paths

# An update writes its state several times over, and Pulumi breaks the state when it cannot.
_SPACE = 8 << 20
_UPDATES = frozenset({"up", "update"})


@dataclass
class Command:
    """A command of the CLI; `code` is its exit code once it has ended."""

    code: int = 0


@contextmanager
def around_update(cli: Path, arguments: Sequence[str], environ: Mapping[str, str], paths: Paths) -> Iterator[Command]:
    """Clear away what went wrong before the command that runs in the block, and explain what goes wrong in it.

    Raises:
        SetupError: an update would not find the space that it needs.
    """
    command = Command()
    if environ["PULUMI_BACKEND_URL"] != paths.backend.as_uri():
        yield command
        return
    states = KeptStates(paths.backend)
    started = datetime.now(UTC)
    stack = chosen_stack(arguments, environ, paths)
    _prepare(cli, arguments, environ, paths, states, stack)
    before = _manifests(states, stack)
    with states.watched():
        yield command
    if broken := states.repair():
        _tell([*broken, "Free some space and run the same command again: it goes on from there."])
    if command.code and (held := held_lock.holder(paths.backend, stack, started)):
        print(f"error: {held}", file=sys.stderr)
    if not command.code and not _UPDATES.isdisjoint(arguments):
        left = remove_leftover_files(paths.root, stack, before, _manifests(states, stack))
        _tell([f"Removed what an interrupted update had left: {', '.join(left)}."] if left else [])


def _prepare(cli: Path, arguments: Sequence[str], environ: Mapping[str, str], paths: Paths, states: KeptStates, stack: str) -> None:
    killed = stale_lock.remove_stale(paths.backend)
    busy = {lock.stack for lock in stale_lock.held(paths.backend)}
    remove_half_written(paths.backend, everywhere=killed, busy=bool(busy))
    states.forget_removed()
    _tell(states.repair())
    if settle.COMMANDS.isdisjoint(arguments):
        return
    _need_space(paths.backend)
    # Other stacks are settled by their own commands: their clusters may be far away.
    _tell(settle.settle(cli, environ, paths, [state for state in states.files() if state.stem not in busy and stack in {state.stem, ""}]))


def _manifests(states: KeptStates, stack: str) -> set[str]:
    return {path for file in states.files() if file.stem == stack for path in manifest_paths(file)}


def _need_space(backend: Path) -> None:
    """Refuse to start what a full disk would break in the middle."""
    if backend.is_dir() and (free := shutil.disk_usage(backend).free) < _SPACE:
        raise SetupError(
            f"The disk of {backend} is full: {free >> 10} kB are free, an update may need {_SPACE >> 20} MB for its state.",
            "free some space and run the same command again; nothing was changed",
        )


def _tell(sentences: Sequence[str]) -> None:
    for sentence in sentences:
        print(f"note: {sentence}", file=sys.stderr, flush=True)
