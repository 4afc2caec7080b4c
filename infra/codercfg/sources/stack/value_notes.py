"""Findings about a value that no option takes, whichever section it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.options.secret_values import PARTS
from codercfg.sources.stack.locate import Loc, has
from codercfg.sources.stack.set_command import set_command

if TYPE_CHECKING:
    from codercfg.diagnostics.origin import Origin
    from codercfg.sources.stack.reading import Reading


def part_origin(holder: Any, key: Any, path: str, at: Loc, reading: Reading) -> Origin:  # noqa: ANN401  (any YAML)
    """Where the part of a value stands to which `at` leads, else what is nearest around it; an unknown key itself is the fault."""
    origin, value = reading.places.of_entry(holder, key, path), holder[key]
    for part in at:
        if not has(value, part):
            break
        as_value = isinstance(part, int) or part in PARTS
        origin = reading.places.of_entry(value, part, path) if as_value else reading.places.of_key(value, str(part), path)
        value = value[part]
    return origin


def note_null(path: str, origin: Origin, reading: Reading) -> None:
    """A key without a value."""
    reading.note("STK025", f"`{path}` has no value", help="remove the line to leave it unset", origin=origin, path=path)


def note_no_secret(path: str, origin: Origin, reading: Reading) -> None:
    """`{secure: …}` or `{secretRef: …}` where the value is not secret."""
    reading.note(
        "STK027",
        f"`{path}` is not secret and takes its value in plain text",
        help="write the value itself",
        origin=origin,
        path=path,
        why="it ends up readable in the Deployment anyway, and cannot be checked without the passphrase",
    )


def note_plain_secret(section: str, path: str, origin: Origin, reading: Reading) -> None:
    """Plain text in a secret option of `deployment` or `env`."""
    command = set_command(section, path, reading.stack)
    reading.note(
        "STK026",
        f"`{path}` is secret and may not stand here in plain text",
        help=f"run `{command}`, or write {{secretRef: {{name: …, key: …}}}}",
        origin=origin,
        path=path,
        why="whoever can read the repository could read it; change it if it was ever committed",
    )
