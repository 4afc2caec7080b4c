from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from codercfg.catalog.outline import DATA, outline_leaves, record_class
from codercfg.models.root import DeploymentValues
from codercfg.models.stack.kubernetes.settings import KubernetesSettings
from codercfg.models.stack.target import Target
from codercfg.options.group import Group
from codercfg.options.record import NotPlainError, Record
from codercfg.options.walk import leaves
from codercfg.sources.document import modelled

MODELS: dict[str, type[Group]] = {"DeploymentValues": DeploymentValues, "KubernetesSettings": KubernetesSettings, "Target": Target}
SCALARS = st.one_of(
    st.sampled_from(
        [
            None,
            True,
            False,
            0,
            1,
            2,
            70000,
            1.5,
            "",
            "true",
            "10",
            "1h",
            "coder",
            "Coder_",
            "https://coder.example.com",
            "127.0.0.1:80",
            "*.example.com",
            "4Gi",
            "write",
            "omit",
            "ClusterIP",
            "lax",
            "RuntimeDefault",
            "IfNotPresent",
        ]
    ),
    st.text(max_size=5),
)
SECRETS = st.sampled_from(
    [
        {"secretRef": {"name": "a", "key": "b"}},
        {"sealed": {"name": "a", "key": "b", "rotation": 1}},
        {"externalSecret": {"store": "a", "key": "b"}},
        {"externalSecret": {"store": "A", "key": "b"}},
        {"secure": "v1:x"},
        {"secretRef": {"name": "a"}},
        {},
    ]
)
VALUES = st.one_of(
    SCALARS, SECRETS, st.lists(SCALARS, max_size=2), st.dictionaries(st.sampled_from(["name", "key", "a"]), SCALARS, max_size=2)
)


def paths(model: type[Record], prefix: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found: list[tuple[str | int, ...]] = []
    for field in model.model_fields.values():
        found.append((*prefix, field.alias))
        if field.group is not None:
            found += paths(field.group, (*prefix, field.alias, *((0,) if field.many else ())))
    return found


PATHS = {name: paths(record_class(name)) for name in MODELS}


def put(document: dict[str, Any], path: tuple[str | int, ...], value: object) -> None:
    """Put a value at a path; where a value already is in the way, the path ends there."""
    holder: Any = document
    for step, following in zip(path, [*path[1:], None], strict=True):
        if following is None:
            holder[step] = value
            return
        if isinstance(holder, list):
            holder += [{}] if not holder else []
        else:
            holder.setdefault(step, [] if isinstance(following, int) else {})
        holder = holder[step]
        if not isinstance(holder, list if isinstance(following, int) else dict):
            return


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    name = draw(st.sampled_from(sorted(MODELS)))
    document: dict[str, Any] = {}
    for path in draw(st.lists(st.sampled_from(PATHS[name]), max_size=6)):
        put(document, path, draw(VALUES))
    if draw(st.booleans()) and draw(st.booleans()):
        document[draw(st.text(max_size=4))] = 1
    return name, document


def read(name: str, document: object) -> Record | None:
    try:
        return record_class(name).read(document)
    except NotPlainError:
        return None


def validated(name: str, document: object) -> Group | None:
    try:
        return MODELS[name].model_validate(document)
    except ValidationError:
        return None


def content(value: Any) -> Any:
    """A model as plain values, with what was set."""
    if isinstance(value, Group):
        return (type(value), set(value.model_fields_set), {name: content(getattr(value, name)) for name in type(value).model_fields})
    return tuple(map(content, value)) if isinstance(value, tuple) else value


@given(documents())
@settings(max_examples=400, deadline=None)
def test_a_record_takes_exactly_what_the_model_takes_and_holds_the_same(case: tuple[str, dict[str, Any]]) -> None:
    name, document = case
    model = validated(name, document)
    record = read(name, document)

    assert (record is None) == (model is None)
    assert record is None or content(modelled(record)) == content(model)


@pytest.mark.parametrize("name", sorted(MODELS))
def test_every_single_key_with_every_usual_value_is_taken_alike(name: str) -> None:
    usual = [True, 3, "1h", "coder", "https://a.example", "4Gi", ["a"], {"a": "b"}, {"secretRef": {"name": "a", "key": "b"}}]
    different = []
    for path in PATHS[name]:
        for value in usual:
            document: dict[str, Any] = {}
            put(document, path, value)
            if (read(name, document) is None) != (validated(name, document) is None):
                different.append((path, value))

    assert different == []


@pytest.mark.parametrize("data", [None, 1, "text", [], True])
def test_a_section_that_is_no_map_is_left_to_the_model(data: object) -> None:
    assert read("Target", data) is None
    assert validated("Target", data) is None


def test_the_outline_has_the_options_of_the_models() -> None:
    ours, theirs = outline_leaves(), leaves(DeploymentValues)

    assert ours == theirs
    assert [(leaf.flags, leaf.secret, leaf.kind.name) for leaf in ours] == [(leaf.flags, leaf.secret, leaf.kind.name) for leaf in theirs]
    assert [leaf.opt for leaf in ours] == [leaf.opt for leaf in theirs]


def test_no_field_has_the_name_of_something_that_every_record_has() -> None:
    of_records = {name for name in (*dir(Record), *Record.__annotations__) if not name.startswith("__")}
    fields = {
        name for model in json.loads(DATA.read_text(encoding="utf-8")).values() if isinstance(model, dict) for name in model["fields"]
    }

    assert "access_url" in fields
    assert "model_fields_set" in of_records
    assert fields.isdisjoint(of_records)


def test_a_record_has_defaults_that_do_not_count_as_set() -> None:
    record: Any = record_class("FilesTarget")({})

    assert (record.secrets, record.model_fields_set) == ("omit", frozenset())


def test_a_copy_of_a_record_counts_what_was_replaced_as_set() -> None:
    record = record_class("Target").read({"files": {"directory": "a"}})
    copy = record.model_copy({"cluster": record_class("ClusterTarget")({})})

    assert copy.model_fields_set == {"files", "cluster"}
    assert record.model_fields_set == {"files"}


def test_the_text_of_a_record_shows_no_secret() -> None:
    document = json.loads('{"oidc": {"client_id": "coder", "client_secret": {"secure": "v1:canary"}}}')

    assert "canary" not in repr(record_class("DeploymentValues").read(document))
