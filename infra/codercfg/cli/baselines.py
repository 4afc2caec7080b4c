"""`--baseline` and `--write-baseline`."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import TYPE_CHECKING

from codercfg.baseline.baseline import Baseline, BaselineError, read_baseline
from codercfg.baseline.compare import without_known
from codercfg.cli.exit_code import WrongUseError
from codercfg.cli.input_files import read_text
from codercfg.diagnostics.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.diagnostics.checked import Checked


def new_findings(checked: Sequence[Checked], file: str) -> list[Checked]:
    """The inputs without the findings that the baseline lists.

    Raises:
        WrongUseError: The file cannot be read, or is no baseline.
    """
    inputs = _read(file).inputs
    return [without_known(item, inputs[name], file) if (name := _name(item, file)) in inputs else item for item in checked]


def write_baseline(checked: Sequence[Checked], file: str) -> str:
    """Make all findings known, keep the list of other inputs, and say what was done.

    Raises:
        WrongUseError: The file is there and is no baseline.
        OSError: It cannot be written.
    """
    from codercfg.kubernetes_objects.atomic_file import write_atomically

    baseline = _read(file) if Path(file).exists() else Baseline()
    for item in checked:
        baseline.take(_name(item, file), item.diagnostics)
    write_atomically(Path(file), baseline.to_text())
    count = sum(len(item.diagnostics) for item in checked)
    return f"wrote {printable(file)}: {count} known finding{'' if count == 1 else 's'}\n"


def _read(file: str) -> Baseline:
    try:
        return read_baseline(read_text(file))
    except BaselineError as error:
        raise WrongUseError(f"{printable(file)} is no baseline: {error}") from None


def _name(item: Checked, file: str) -> str:
    """A file by its path from the baseline, so that it is the same from every working directory; anything else by what it is called."""
    try:
        if not Path(item.subject).is_file():
            return item.subject
        return Path(os.path.relpath(item.subject, Path(file).parent)).as_posix()
    except (OSError, ValueError):
        return item.subject
