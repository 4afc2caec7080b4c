"""The release that a stack is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.options.stack_values import what
from codercfg.releases import table
from codercfg.releases.release import Release, ReleaseError

if TYPE_CHECKING:
    from codercfg.sources.stack.reading import Reading
    from codercfg.yaml_reader.nodes import YamlMap


def read_release(place: tuple[YamlMap, str] | None, reading: Reading, instead: Release | None = None) -> Release | None:
    """The release, or None after a finding.

    Args:
        place: Where the file names its release.
        reading: What is read.
        instead: Counts instead of what the file says, for a rehearsal.
    """
    series = ", ".join(table.known_series())
    if place is None:
        reading.note(
            "REL001",
            "the stack names no release",
            help=f'add `coder:release: "{table.newest()}.0"`, or one of the series {series}',
            origin=reading.places.file_origin(),
            path="release",
            why="options, defaults and rules differ between releases",
        )
        return None
    if instead is not None:
        return _known(instead, reading, place)
    holder, key = place
    origin = reading.places.of_entry(holder, key)
    value = holder[key]
    if not isinstance(value, str):
        why = "YAML reads 2.30 as the number 2.3" if isinstance(value, int | float) else ""
        message = f"expected a release as text, found {what(value)}"
        reading.note("REL002", message, help='write it in quotes: "2.33.1"', origin=origin, path="release", why=why)
        return None
    try:
        release = Release.parse(value)
    except ReleaseError as error:
        reading.note("REL002", "this is no release", help=str(error), origin=origin, path="release")
        return None
    return _known(release, reading, place)


def _known(release: Release, reading: Reading, place: tuple[YamlMap, str]) -> Release:
    if table.nearest(release) != release.series:
        _note_unknown(release, reading, place)
    return release


def _note_unknown(release: Release, reading: Reading, place: tuple[YamlMap, str]) -> None:
    reading.note(
        "REL003",
        f"the options of Coder {release.series} are not known",
        help=f"known are {', '.join(table.known_series())}; read the release notes of the others",
        origin=reading.places.of_entry(*place),
        path="release",
        why=f"it is checked as if it were {table.nearest(release)}: what changed since is not seen",
        severity=Severity.WARNING,
    )
