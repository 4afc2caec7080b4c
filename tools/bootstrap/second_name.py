"""A second name for the present version of a file that its owner replaces and never writes into."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def second_name(source: Path, target: Path, *, only_if: Callable[[Path], bool] = lambda _made: True) -> None:
    """Make `target` another name of the file `source`, in one step and without space for its content.

    Args:
        source: The file.
        target: Its other name; what had that name before loses it.
        only_if: Asked of what was linked, for `source` may be another version by then; without its consent nothing changes.

    Raises:
        OSError: It cannot be made.
    """
    made = target.with_name(f".{target.name}.{os.getpid()}")
    made.unlink(missing_ok=True)
    try:
        try:
            os.link(source, made)
        except OSError:  # a file system without second names
            shutil.copy2(source, made)
        if only_if(made):
            made.replace(target)
    finally:
        made.unlink(missing_ok=True)  # also when both names were of one file already: then a rename does nothing
