"""Put a finished directory in place in one step, so that nothing half-made is ever found."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tools.bootstrap.failure import SetupError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def directory_in_one_step(final: Path) -> Iterator[Path]:
    """Yield an empty directory beside `final` that takes its place when the block ends well, and vanishes otherwise.

    Raises:
        SetupError: the place cannot be written.
    """
    with _as_setup_error(final):
        final.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{final.name}-", dir=final.parent))
    try:
        yield made
        with _as_setup_error(final):
            made.chmod(0o755)
            # What lies there now was looked at before and found broken, else nobody would install again.
            shutil.rmtree(final, ignore_errors=True)
            made.rename(final)
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextlib.contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """Hold `lock` for the block; a second `make` waits here instead of building the same thing beside the first.

    Raises:
        SetupError: the lock file cannot be written.
    """
    with _as_setup_error(lock):
        lock.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("  waiting for another make that is setting up the same things", file=sys.stderr, flush=True)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def _as_setup_error(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SetupError(
            f"Cannot write {place}: {error.strerror}.",
            "make the place writable or free some disk space; another place for the tools is set with XDG_CACHE_HOME",
        ) from error
