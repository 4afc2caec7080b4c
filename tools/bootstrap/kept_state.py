"""Keeps the last readable state of each stack, because the Pulumi CLI does not.

A CLI that runs out of disk space gives its half-written state the name of the good one, and then copies that over its `.bak`. As it
replaces files and never writes into one, a second name for a version costs no space and keeps it.
"""

from __future__ import annotations

import json
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from threading import Event, Thread
from typing import TYPE_CHECKING

from tools.bootstrap.second_name import second_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STATES = ".pulumi/stacks"
_KEPT = "kept-states"
_LOOK_SECONDS = 0.1


class KeptStates:
    """The states of one local backend, and what is kept of them beside it."""

    def __init__(self, backend: Path) -> None:
        self._backend = backend
        self._kept = backend.with_name(_KEPT)
        self._seen: dict[Path, tuple[int, int, int]] = {}

    def files(self) -> list[Path]:
        """The state file of each stack."""
        return sorted((self._backend / STATES).glob("*/*.json"))

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Keep what is written for the length of the block."""
        ended = Event()

        def watch() -> None:
            while not ended.wait(_LOOK_SECONDS):
                self.keep()

        self.keep()
        looking = Thread(target=watch, daemon=True)
        looking.start()
        try:
            yield
        finally:
            ended.set()
            looking.join()
            self.keep()

    def keep(self) -> None:
        """Keep every state that changed since the last time and can be read. Cheap, and never a reason to fail."""
        for file in self.files():
            with suppress(OSError):
                now = file.stat()
                if self._seen.get(file) != (now.st_ino, now.st_mtime_ns, now.st_size):
                    self._seen[file] = (now.st_ino, now.st_mtime_ns, now.st_size)
                    self._keep(file)

    def forget_removed(self) -> None:
        """Drop what was kept of stacks that are gone."""
        for kept in self._kept.glob("*/*.json"):
            if not (self._backend / STATES / kept.relative_to(self._kept)).exists():
                kept.unlink(missing_ok=True)

    def repair(self) -> list[str]:
        """Give each state that cannot be read its newest readable version; return what was done, one sentence each.

        Raises:
            OSError: A version cannot be put back.
        """
        return [done for file in self.files() if not is_readable(file) and (done := self._put_back(file))]

    def _keep(self, file: Path) -> None:
        place = self._place(file)
        if place.exists() and place.samefile(file):
            return
        self._kept.mkdir(mode=0o700, exist_ok=True)
        place.parent.mkdir(exist_ok=True)
        second_name(file, place, only_if=is_readable)

    def _put_back(self, file: Path) -> str:
        backups = self._backend / ".pulumi" / "backups" / file.parent.name / file.stem
        candidates = [self._place(file), file.with_name(f"{file.name}.bak"), *backups.glob("*.json")]
        readable = [(path.stat().st_mtime, path) for path in candidates if is_readable(path)]
        if not readable:
            return ""
        when, newest = max(readable)
        second_name(newest, file)
        moment = datetime.fromtimestamp(when, UTC)
        return f"The state of the stack {file.stem} was damaged, as by a full disk; the version of {moment:%Y-%m-%d %H:%M:%S} UTC is back."

    def _place(self, file: Path) -> Path:
        return self._kept / file.parent.name / file.name


def is_readable(state: Path) -> bool:
    """Tell whether a state is there and whole."""
    try:
        return isinstance(json.loads(state.read_bytes()), dict)
    except (OSError, ValueError, RecursionError):
        return False
