"""An engine that speaks in another form than the one that is known."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.fleet.changes import object_outcome
from codercfg.fleet.steps import STRANGE, UNKNOWN_FORM, read_log
from unit.fleet.event_log import as_file, deployment, error, log, secret, service, step

if TYPE_CHECKING:
    from pathlib import Path

    from codercfg.fleet.steps import Log

ENV = [{"name": "CODER_ACCESS_URL", "value": "https://coder.example.com"}]
EVENTS = [
    step("update", as_file(deployment(ENV)), as_file(deployment(ENV, 2)), paths={"manifest.spec.replicas": "update"}),
    step("replace", as_file(secret("KEY"), revisions={"KEY": 1}), as_file(secret("KEY"), revisions={"KEY": 2})),
    step("delete", service(), None),
    error("no"),
    {"policyEvent": {"enforcementLevel": "mandatory", "policyName": "p", "message": "no"}},
]


def read(folder: Path, text: str) -> Log:
    (folder / "events").write_text(text, encoding="utf-8")
    return read_log(folder / "events")


@pytest.mark.parametrize("missing", ["op", "urn", "type"])
def test_a_step_that_lacks_something_is_an_error_and_never_left_out(tmp_path: Path, missing: str) -> None:
    event = copy.deepcopy(EVENTS[0])
    del event["resourcePreEvent"]["metadata"][missing]
    assert read(tmp_path, log(event)).errors == [UNKNOWN_FORM]


@pytest.mark.parametrize("event", [{"resourcePreEvent": None}, {"diagnosticEvent": "x"}, ["resourcePreEvent"], [], "", 1, None])
def test_an_event_of_another_kind_is_an_error_once(tmp_path: Path, event: Any) -> None:
    assert read(tmp_path, f"{json.dumps(event)}\n" * 2 + log()).errors == [UNKNOWN_FORM]


def test_a_line_that_is_no_json_is_an_error_and_the_half_of_a_last_one_is_not(tmp_path: Path) -> None:
    assert read(tmp_path, "[" * 100_000 + "\n" + log()).errors == [UNKNOWN_FORM]
    assert read(tmp_path, log(*EVENTS[:3])[:-20]).errors == []


def test_values_may_hold_what_some_take_for_the_end_of_a_line(tmp_path: Path) -> None:
    events = log(step("create", None, as_file(deployment([{"name": "A", "value": "first\x85\u2028second"}]))))
    found = read(tmp_path, json.dumps({}) + "\n" + events.replace("\\u0085", "\x85").replace("\\u2028", "\u2028"))
    assert (len(found.steps), found.errors) == (1, [])


def test_a_deletion_of_which_nothing_is_told_is_an_error_and_never_left_out(tmp_path: Path) -> None:
    event = copy.deepcopy(EVENTS[2])
    event["resourcePreEvent"]["metadata"]["old"] = None
    assert read(tmp_path, log(event)).errors == [UNKNOWN_FORM]


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, item in items for place in places(item, (*path, key)))]


@given(data=st.data(), junk=st.sampled_from([None, True, 0, "", "x", [], [1], {}, {"a": []}]))
def test_nothing_that_an_engine_says_ends_in_an_exception(data: st.DataObject, junk: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    events = copy.deepcopy(EVENTS)
    *way, last = data.draw(st.sampled_from([place for place in places(events) if place]))
    holder: Any = events
    for key in way:
        holder = holder[key]
    holder[last] = junk
    found = read(tmp_path_factory.getbasetemp(), "".join(json.dumps(event) + "\n" for event in events))
    # An engine has events of more kinds, and steps of components, which are not `custom`: both are left out on purpose.
    on_purpose = (
        (not way and isinstance(junk, dict)) or "custom" in {last, *(junk if isinstance(junk, dict) else ())} or last in {"old", "new"}
    )
    assert len(found.steps) == len(EVENTS[:3]) or UNKNOWN_FORM in found.errors or on_purpose
    assert all(type(text) is str for text in found.errors)
    for one in found.steps.values():
        try:
            object_outcome(one, str)
        except STRANGE:
            continue  # `preview` makes the same error of it
