"""Which value of a Secret changed, said without a value and without a digest of one."""

from __future__ import annotations

from typing import Any

FIRST = 1


def secret_revisions(olds: dict[str, Any], manifest: dict[str, Any]) -> dict[str, int]:
    """A number for each key of a Secret, one higher whenever its value is another than before.

    A diff compares secrets only after both have become `[secret]`; these numbers let a preview show which key was rotated.

    Args:
        olds: Properties before (`manifest` and `revisions`), values in the open; empty for a new file.
        manifest: The Secret as it is to be.
    """
    before = (olds.get("manifest") or {}).get("data") or {}
    numbers = olds.get("revisions") or {}
    return {key: _revision(numbers.get(key), same=before.get(key) == value) for key, value in (manifest.get("data") or {}).items()}


def _revision(number: float | None, *, same: bool) -> int:
    return FIRST if number is None else int(number) + (not same)
