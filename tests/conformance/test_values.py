"""Each value type agrees with the real parsers on every variable of the conformance data."""

from __future__ import annotations

import json
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from codercfg.values import boolean, csv_list, duration, enum, host_port, integer, regexp, struct_text, url
from codercfg.values.error import ValueParseError
from conformance.cases import ABSENT, DATA, cases, releases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conformance.cases import Case

    Wire = Callable[[str], Any]

STRUCT = "serpent.Struct"
ENVIRONMENT_FAMILIES = ("f1", "f2", "f3", "f4", "f6", "f7")
EMPTY_IS_UNSET_BEFORE = "2.34"
DAYS_SINCE = "2.29"
STRICT_PORT_SINCE = "2.34"

pytestmark = pytest.mark.skipif(not releases(), reason=ABSENT)


def links(text: str) -> list[dict[str, str]] | None:
    items = struct_text.parse_links(text)
    filled = [{"name": "", "target": "", "icon": "", **item} for item in items]
    return filled or struct_text.wire(items)


def wires(release: str, choices: tuple[str, ...]) -> dict[str, Wire]:
    """From the text of a variable to the JSON value of the server, by type."""
    return {
        "bool": boolean.parse,
        "serpent.Bool": boolean.parse,
        "serpent.Int64": integer.parse,
        "serpent.Duration": lambda text: duration.parse(text, days=release >= DAYS_SINCE).nanoseconds,
        "serpent.StringArray": lambda text: list(csv_list.parse(text)),
        "serpent.URL": lambda text: url.parse(text, strict_port=release >= STRICT_PORT_SINCE).wire(),
        "serpent.HostPort": lambda text: host_port.parse(text).wire(),
        "serpent.Regexp": regexp.parse,
        "serpent.Enum": partial(enum.parse, choices=choices),
        f"{STRUCT}[map[string]string]": lambda text: struct_text.wire(struct_text.parse_string_map(text)),
        f"{STRUCT}[map[string][]string]": lambda text: struct_text.wire(struct_text.parse_string_lists(text)),
        f"{STRUCT}[map[string][]uuid.UUID]": lambda text: struct_text.wire(struct_text.parse_uuid_lists(text)),
        f"{STRUCT}[[]LinkConfig]": links,
    }


def options(release: str) -> dict[str, dict[str, Any]]:
    rows = json.loads((DATA.parent / "options" / f"{release}.json").read_text(encoding="utf-8"))
    return {row["env"]: row for row in rows if row.get("env")}


def variables(release: str) -> Iterator[tuple[Case, str, str, dict[str, Any], Wire]]:
    """Each variable that is the only source of its option, with the reader of its type."""
    known = options(release)
    for case in (case for family in ENVIRONMENT_FAMILIES for case in cases(release, family)):
        if case.yaml is not None or case.args:
            continue
        fields = Counter(known[name]["field"] for name in case.environ if name in known)
        for name, text in case.environ.items():
            option = known.get(name)
            if option is None or fields[option["field"]] > 1 or (not text and release < EMPTY_IS_UNSET_BEFORE):
                continue
            wire = wires(release, tuple(option.get("enum", ()))).get(option["type"])
            if wire is not None:
                yield case, name, text, option, wire


def read(wire: Wire, text: str) -> tuple[bool, Any]:
    try:
        return True, wire(text)
    except ValueParseError:
        return False, None


@pytest.mark.parametrize("release", releases() or ("none",))
def test_accepted_variables_have_the_value_that_the_server_shows(release: str) -> None:
    seen = 0
    wrong = []
    for case, name, text, option, wire in variables(release):
        # A validated option with two names falls back to its default in 2.34 when only one is set.
        if case.effective is None or (option.get("validated") and release >= STRICT_PORT_SINCE):
            continue
        seen += 1
        found = read(wire, text)
        # The server leaves out what equals the default.
        if found != (True, case.effective.get(option["field"], found[1])):
            wrong.append((case.id, name, text, found))
    assert wrong == []
    assert seen > 20


@pytest.mark.parametrize("release", releases() or ("none",))
def test_variables_at_fault_are_refused(release: str) -> None:
    seen = 0
    accepted = []
    for case, name, text, option, wire in variables(release):
        # The rule of a validated option is not the type's.
        if case.stage != "parse" or name not in case.about or option.get("validated"):
            continue
        seen += 1
        if read(wire, text)[0]:
            accepted.append((case.id, name, text))
    assert accepted == []
    assert seen > 5
