"""An option that the file sets twice: under `coder:deployment` and under `coder:env`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.configuration.setting import Setting
from codercfg.diagnostics.diagnostic import Related

if TYPE_CHECKING:
    from codercfg.configuration.setting import Item
    from codercfg.diagnostics.origin import Origin
    from codercfg.sources.assigned import Assigned
    from codercfg.sources.stack.reading import Reading


def merged(settings: dict[str, Setting], assigned: list[Assigned], reading: Reading) -> dict[str, Setting]:
    """The settings of both sections; each option that both set is a finding."""
    found = dict(settings)
    for item in assigned:
        path = item.option.path
        before = found.get(path)
        if before is not None:
            _note(path, item.origin, before.origin, reading)
        else:
            found[path] = Setting(item.option, item.value, item.origin)
    return found


def one_list(path: str, ours: tuple[Item, ...], theirs: tuple[Item, ...], reading: Reading) -> tuple[Item, ...]:
    """The items of a family; it may come from one of the sections."""
    if ours and theirs:
        _note(path, theirs[0].origin(), ours[0].origin(), reading)
    return ours or theirs


def _note(path: str, second: Origin, first: Origin, reading: Reading) -> None:
    both_variables = first.name != path and not (first.name or "").startswith(path)
    reading.note(
        "STK029",
        f"`{path}` is set twice",
        help="keep one of them",
        origin=second,
        path=path,
        why="both are names of one option"
        if both_variables
        else "`coder:deployment` and `coder:env` both name the option, and neither wins",
        related=(Related("also set here", first),),
    )
