"""Secrets that belong to one clone: made once, kept in a file that git ignores."""

from __future__ import annotations

import os
import re
import stat
from secrets import token_bytes, token_hex
from typing import TYPE_CHECKING

from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FOLDER = ".codercfg"
_STACK = re.compile(r"[A-Za-z0-9_.-]{1,100}")
_PASSWORD = re.compile(r"[0-9a-f]{48}")
_KEY = re.compile(r"[0-9a-f]{64}")
_FINGERPRINT = "fingerprint-key"


class LocalSecretError(Exception):
    """A file of a local secret cannot be used; the message names it and says what to do."""


def postgres_password(root: Path, stack: str) -> SecretText:
    """The password of a stack's trial database.

    Args:
        root: The project's folder.
        stack: The stack's name.

    Raises:
        LocalSecretError: The file is damaged, or readable by others.
        OSError: The file can neither be read nor made.
    """
    return SecretText(_kept(root, stack, "postgres-password", _PASSWORD, lambda: token_hex(24)))


def fingerprint_key(root: Path, stack: str, derive: Callable[[], bytes | None] = lambda: None) -> bytes:
    """The key of a stack's fingerprints.

    Args:
        root: The project's folder.
        stack: The stack's name.
        derive: Asked when this clone has no key yet: one that every clone of the stack would find, or None for a random one.

    Raises:
        LocalSecretError: The file is damaged, or readable by others.
        OSError: The file can neither be read nor made.
    """

    def made() -> str:
        return (derive() or token_bytes(32)).hex()

    return bytes.fromhex(_kept(root, stack, _FINGERPRINT, _KEY, made))


def kept_fingerprint_key(root: Path, stack: str) -> bytes | None:
    """The same, or None where this clone has none; none is made."""
    return fingerprint_key(root, stack) if _path(root, stack, _FINGERPRINT).exists() else None


def keep_fingerprint_key(root: Path, stack: str, key: bytes) -> None:
    """Let this clone have the key of the stack's state, for `codercfg render`; errors as for `fingerprint_key`."""
    if fingerprint_key(root, stack, lambda: key) != key:
        _path(root, stack, _FINGERPRINT).unlink(missing_ok=True)
        fingerprint_key(root, stack, lambda: key)


def _path(root: Path, stack: str, name: str) -> Path:
    if not _STACK.fullmatch(stack) or stack in {".", ".."}:
        raise LocalSecretError("a stack's name has only letters, digits, `-`, `_` and `.`")
    return root / FOLDER / stack / name


def _kept(root: Path, stack: str, name: str, form: re.Pattern[str], make: Callable[[], str]) -> str:
    path = _path(root, stack, name)
    if not path.exists():
        _make(root, path, make())
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise LocalSecretError(f"{path} can be read by others: `chmod 600` it, or delete it to have a new one made")
    text = path.read_text(encoding="utf-8", errors="replace").strip()
    if not form.fullmatch(text):
        raise LocalSecretError(f"{path} is damaged: restore it, or delete it to have a new one made")
    return text


def _make(root: Path, path: Path, text: str) -> None:
    """Write the file whole or not at all; of two processes at once, the first wins for both."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    ignore = root / FOLDER / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    temporary = path.with_name(f".{path.name}.{token_hex(8)}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(f"{text}\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(temporary, path)  # unlike a rename, refuses to replace what another process has made by now
        except FileExistsError:
            return
        except OSError:  # a file system without hard links
            temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
