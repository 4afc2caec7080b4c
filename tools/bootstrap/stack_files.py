"""Undo the one change that Pulumi makes to a stack file without being asked: the salt.

See docs/decisions/0002-shipped-stacks-stay-untouched.md.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SALT = "encryptionsalt"


def without_salt(stacks: Path) -> dict[Path, bytes]:
    """Return the stack files that have neither a salt nor ciphertext (which needs its salt beside it), as they are now."""
    files = {file: file.read_bytes() for file in sorted(stacks.glob("Pulumi.*.y*ml"))}
    return {file: content for file, content in files.items() if SALT.encode() not in content and b"secure:" not in content}


def restore(before: Mapping[Path, bytes]) -> None:
    """Give each file its old bytes back if all that was added is the salt (and Pulumi's own spacing)."""
    for file, old in before.items():
        try:
            new = file.read_bytes()
        except OSError:  # removed with its stack
            continue
        if new != old and SALT.encode() in new and only_salt_added(old, new):
            _replace(file, old)


def only_salt_added(old: bytes, new: bytes) -> bool:
    """Tell whether the two documents say the same, the salt aside."""
    import yaml

    try:
        before, after = (yaml.compose(text, Loader=yaml.SafeLoader) for text in (old, new))
    except yaml.YAMLError:
        return False
    if getattr(before, "id", "mapping") != "mapping":  # an empty file has no node, and is as good as an empty mapping
        return False
    return dict(_entries(before)) == {name: value for name, value in _entries(after) if name != ("tag:yaml.org,2002:str", SALT)}


def _plain(node: object) -> object:
    """Return tags and texts of a YAML node, so that "1" and 1 differ and quoting does not matter."""
    kind = getattr(node, "id", "nothing")
    if kind == "mapping":
        return dict(_entries(node))
    if kind == "sequence":
        return [_plain(item) for item in node.value]  # type: ignore[attr-defined]
    return (getattr(node, "tag", None), getattr(node, "value", None))


def _entries(node: object) -> list[tuple[object, object]]:
    return [(_plain(key), _plain(value)) for key, value in getattr(node, "value", [])] if getattr(node, "id", "") == "mapping" else []


def _replace(file: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    with os.fdopen(handle, "wb") as new:
        new.write(content)
    Path(name).chmod(file.stat().st_mode & 0o7777)
    Path(name).replace(file)
