from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import codercfg
from codercfg.catalog.catalog import leaf_by_flag
from codercfg.options.kinds import BOOLEAN, DURATION, INTEGER, SECRET_TEXT, choice
from codercfg.options.secret_values import FORMS, accept_secret
from codercfg.reference.stack_schema import stack_schema, stack_schema_document
from codercfg.reference.value_schemas import DEFINITIONS, value_schema
from codercfg.values.error import ValueParseError

ROOT = Path(__file__).parents[3]
SCHEMA = stack_schema_document()
VALIDATOR = jsonschema_rs.Draft202012Validator(SCHEMA)
STACKS = sorted((ROOT / "stacks").glob("Pulumi.*.yaml"))
SMALL = {"coder:release": "2.33.1", "coder:deployment": {"access_url": "https://c.example.com"}}
SECRET = {"secretRef": {"name": "a", "key": "b"}}


def wrong(config: dict[str, Any]) -> list[str]:
    return [".".join(map(str, error.instance_path)) for error in VALIDATOR.iter_errors({"config": config})]


def with_options(**options: Any) -> dict[str, Any]:
    return {**SMALL, "coder:deployment": options}


def test_the_schema_is_a_schema_and_json() -> None:
    jsonschema_rs.meta.validate(SCHEMA)

    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(stack_schema()) == SCHEMA


@pytest.mark.parametrize("path", STACKS, ids=lambda path: path.name)
def test_an_example_stack_is_right(path: Path) -> None:
    document = yaml.safe_load(path.read_text(encoding="utf-8"))

    assert [error.message for error in VALIDATOR.iter_errors(document)] == []


@pytest.mark.parametrize("path", STACKS, ids=lambda path: path.name)
def test_an_example_stack_names_the_schema_for_editors(path: Path) -> None:
    modeline = path.read_text(encoding="utf-8").partition("\n")[0]
    given = modeline.removeprefix("# yaml-language-server: $schema=")

    assert given != modeline
    assert (path.parent / given).resolve() == ROOT / "schema" / "codercfg-stack.schema.json"


@pytest.mark.parametrize("leaf", leaf_by_flag().values(), ids=lambda leaf: leaf.path)
def test_every_option_is_described_at_its_path_and_under_its_variable(leaf: Any) -> None:
    found = SCHEMA["properties"]["config"]["properties"]["coder:deployment"]
    for part in leaf.path.split("."):
        found = found["properties"][part]
    variables = SCHEMA["properties"]["config"]["properties"]["coder:env"]["properties"]

    assert found["description"]
    assert leaf.opt.env is None or leaf.path in variables[leaf.opt.env]["description"]
    assert not leaf.opt.secret or found["$ref"] == "#/$defs/secret"
    assert not leaf.opt.use_instead or found["deprecated"] is True


@pytest.mark.parametrize(
    "config",
    [
        SMALL,
        {"release": "2.33.1", "other:key": {"any": "thing"}},
        {"coder:config:release": "2.33.1"},
        with_options(verbose="true", oidc={"client_secret": {"secure": "v1:AAAA:BBBB"}}),
        with_options(external_auth=[{"type": "github", "client_id": "x", "client_secret": SECRET, "scopes": ["repo"]}]),
        {**SMALL, "coder:env": {"CODER_AIBRIDGE_PROVIDER_0_KEY": SECRET, "CODER_VERBOSE": True, "CODER_NEW": "x"}},
        {**SMALL, "coder:kubernetes": {"scheduling": {"tolerations": [{"key": "a", "operator": "Exists"}]}}},
    ],
)
def test_what_is_right_is_accepted(config: dict[str, Any]) -> None:
    assert wrong(config) == []
    assert not [item for item in codercfg.check_stack(yaml.safe_dump({"config": config})).errors if item.code.startswith("STK")]


@pytest.mark.parametrize(
    ("config", "place"),
    [
        ({"coder:deployment": {}}, "config"),
        ({**SMALL, "coder:deploymnet": {}}, "config.coder:deploymnet"),
        (with_options(acces_url="x"), "config.coder:deployment"),
        (with_options(oidc={"client_secret": "plain text"}), "config.coder:deployment.oidc.client_secret"),
        (with_options(oidc={"client_secret": {"secretRef": {"name": "x"}}}), "config.coder:deployment.oidc.client_secret"),
        (with_options(verbose="maybe"), "config.coder:deployment.verbose"),
        (with_options(session_lifetime={"default_duration": "1 day"}), "config.coder:deployment.session_lifetime.default_duration"),
        ({**SMALL, "coder:env": {"CODER_OIDC_CLIENT_SECRET": "plain"}}, "config.coder:env.CODER_OIDC_CLIENT_SECRET"),
        ({**SMALL, "coder:env": {"CODER_EXTERNAL_AUTH_0_CLIENT_SECRET": "x"}}, "config.coder:env.CODER_EXTERNAL_AUTH_0_CLIENT_SECRET"),
        ({**SMALL, "coder:kubernetes": {"replicas": -1}}, "config.coder:kubernetes.replicas"),
        ({**SMALL, "coder:kubernetes": {"service": {"type": "Loadbalancer"}}}, "config.coder:kubernetes.service.type"),
        (
            {**SMALL, "coder:kubernetes": {"scheduling": {"tolerations": [{"kye": "a"}]}}},
            "config.coder:kubernetes.scheduling.tolerations.0",
        ),
        ({**SMALL, "coder:target": {"files": {"secrets": "yes"}}}, "config.coder:target.files.secrets"),
    ],
)
def test_what_is_wrong_is_marked_at_its_place(config: dict[str, Any], place: str) -> None:
    assert wrong(config) == [place]
    assert not codercfg.check_stack(yaml.safe_dump({"config": config})).ok


@pytest.mark.parametrize("kind", [BOOLEAN, INTEGER, DURATION, choice("on", "off-2"), choice("a.b")], ids=lambda kind: kind.name)
@given(
    data=st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=5)
    | st.from_regex(r"[-+]?[0-9]{1,3}(\.[0-9]{0,2})?(ns|us|µs|μs|ms|s|m|h)([0-9](m|s))?", fullmatch=True)
    | st.sampled_from(["ON", "Off-2", "off-2", "A.b", "+7", "007", "T", "FALSE", "0", "+0", "-.5h", "1.h"])
)
def test_the_schema_takes_whatever_the_reader_takes(kind: Any, data: object) -> None:
    try:
        kind.accept(data)
    except ValueParseError:
        return
    schema = {"$defs": DEFINITIONS, **value_schema(kind)}

    assert jsonschema_rs.Draft202012Validator(schema).is_valid(data)


PARTS = st.sampled_from(["name", "key", "store", "storeKind", "property", "version", "rotation", "x"])
TEXTS = st.sampled_from(["a", "a.b-c", "A_B", "ClusterSecretStore", "", 3, True, None, "a b"])


@given(form=st.sampled_from([*FORMS, "secretref"]), value=TEXTS | st.dictionaries(PARTS, TEXTS, max_size=5))
def test_the_schema_takes_whatever_secret_the_reader_takes(form: str, value: object) -> None:
    try:
        accept_secret({form: value})
    except ValueParseError:
        return
    schema = {"$defs": DEFINITIONS, **value_schema(SECRET_TEXT)}
    assert jsonschema_rs.is_valid(schema, {form: value})


@pytest.mark.parametrize(
    "value",
    [
        {"externalSecret": {"store": "vault", "key": "prod/coder", "property": "oidc", "version": 3, "rotation": "2026-11"}},
        {"sealed": {"name": "login", "key": "oidc", "rotation": 4}},
        {"secretRef": {"name": "login", "key": "oidc", "rotation": "x"}},
    ],
)
def test_each_kind_of_reference_is_accepted(value: object) -> None:
    assert wrong(with_options(oidc={"client_secret": value})) == []
