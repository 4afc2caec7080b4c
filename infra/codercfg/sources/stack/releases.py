"""Options that a release lacks, or has under a name that goes away."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import leaf_by_flag
from codercfg.diagnostics.diagnostic import Severity
from codercfg.releases import table

if TYPE_CHECKING:
    from codercfg.catalog.catalog import Option
    from codercfg.diagnostics.origin import Origin
    from codercfg.options.leaf import Leaf
    from codercfg.sources.stack.reading import Reading


def note_absent(path: str, leaf: Leaf, origin: Origin, reading: Reading) -> None:
    """An option that other releases have."""
    spans = table.history(leaf.flag or "")
    first, last = (spans[0].since, spans[-1].until) if spans else ("", "")
    if first and not reading.release.at_least(first):
        message, help_ = f": it came with {first}", f"use release {first} or later, or remove the line"
    else:
        message, help_ = (f": it went after {last}" if last else ""), "remove the line"
    instead = _paths_of(leaf.opt.use_instead)
    reading.note(
        "REL004",
        f"Coder {reading.release} has no option `{path}`{message}",
        help=f"{help_}; its successor is {instead}" if instead else help_,
        origin=origin,
        path=path,
        why="the setting would be lost: the release has no variable for it",
    )


def note_deprecated(option: Option, origin: Origin, reading: Reading) -> None:
    """An option or variable that upstream wants replaced by another."""
    if not option.record.use_instead:
        return
    others = _paths_of(option.record.use_instead)
    same = others == f"`{option.path}`"
    reading.note(
        "REL005",
        f"`{origin.name or option.path}` is deprecated",
        help=f"write {' or '.join(option.record.use_instead) if same else others or ' or '.join(option.record.use_instead)} instead",
        origin=origin,
        path=option.path,
        why=f"Coder {reading.release} still reads it; a later release may not",
        severity=Severity.INFO,
    )


@lru_cache(maxsize=256)
def _paths_of(names: tuple[str, ...]) -> str:
    """The paths of options that upstream names by variable or flag."""
    wanted = {name.removeprefix("--").casefold() for name in names}
    paths = [
        leaf.path
        for flag, leaf in leaf_by_flag().items()
        if flag in wanted or (leaf.opt.env is not None and leaf.opt.env.casefold() in wanted)
    ]
    return " and ".join(f"`{path}`" for path in dict.fromkeys(paths))
