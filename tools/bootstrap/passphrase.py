"""The passphrase that encrypts this clone's stacks: made once, readable by its owner only, never printed."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from tools.bootstrap.failure import SetupError

if TYPE_CHECKING:
    from pathlib import Path


def ensure(file: Path, backend: Path) -> None:
    """Create the passphrase file if it is absent, mode 0600.

    Raises:
        SetupError: the file is gone but stacks encrypted with it are there, or it cannot be written.
    """
    if file.exists():
        return
    if any((backend / ".pulumi" / "stacks").rglob("*.json")):
        raise SetupError(
            f"{file} is missing, but {backend} holds stacks that were encrypted with it.",
            f"put the file back, or set PULUMI_CONFIG_PASSPHRASE, or start anew by removing {backend}",
        )
    try:
        _write_once(file, secrets.token_urlsafe(32))
    except OSError as error:
        raise SetupError(f"Cannot write {file}: {error.strerror}.", "make the directory writable, or free some disk space") from error


def _write_once(file: Path, text: str) -> None:
    """Write a file that appears complete or not at all; of two writers the first wins."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.{os.getpid()}")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as content:
            content.write(text)
            content.flush()
            os.fsync(content.fileno())
        if not file.exists():
            os.link(new, file)
    except FileExistsError:
        pass
    finally:
        new.unlink()
