"""Model leaves and catalogue options are the same set, release by release, with the same metadata."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import levels
from codercfg.catalog.catalog import leaf_by_flag, series_catalog
from codercfg.models.root import DeploymentValues
from codercfg.options.walk import leaves
from codercfg.releases.table import Record, flags, history, known_series, records

if TYPE_CHECKING:
    from codercfg.options.opt import Alias, Opt

CATALOGUES = levels.REFERENCE / "options"
KINDS = {
    "serpent.String": {"text", "secret text"},
    "serpent.YAMLConfigPath": {"text"},
    "serpent.Bool": {"boolean"},
    "bool": {"boolean"},
    "serpent.Int64": {"integer"},
    "serpent.Duration": {"duration"},
    "serpent.StringArray": {"list", "secret list"},
    "serpent.URL": {"url"},
    "serpent.HostPort": {"host:port"},
    "serpent.Regexp": {"regexp"},
    "serpent.Enum": {"choice"},
    "serpent.Struct[map[string]string]": {"map"},
    "serpent.Struct[map[string][]string]": {"map of lists"},
    "serpent.Struct[map[string][]uuid.UUID]": {"map of UUID lists"},
    "serpent.Struct[[]LinkConfig]": {"list of links"},
    "serpent.Struct[[]ExternalAuthConfig]": {"list of external auth providers"},
}
SECRET_THOUGH_NOT_MARKED = {
    "ai.aibridge_proxy.upstream_proxy",
    "ai.bridge.anthropic.key",
    "ai.bridge.bedrock.access_key",
    "ai.bridge.bedrock.access_key_secret",
    "ai.bridge.openai.key",
}


@pytest.mark.parametrize("series", known_series())
def test_every_option_of_the_release_is_one_leaf_at_its_path(series: str) -> None:
    by_flag = leaf_by_flag()

    for record in records(series):
        assert by_flag[record.flag].path == record.field

    assert {record.field for record in records(series)} == set(series_catalog(series).by_path)


@pytest.mark.parametrize("series", known_series())
def test_names_are_unique_in_the_release(series: str) -> None:
    names = [record.env for record in records(series) if record.env]

    assert len(names) == len(set(names))


def test_no_leaf_is_invented() -> None:
    assert {leaf.path for leaf in leaves(DeploymentValues)} == {record.field for flag in flags() for record in [history(flag)[-1].record]}


def test_the_newest_record_of_each_option_is_what_the_field_says() -> None:
    named: list[tuple[Opt | Alias, str]] = []
    for leaf in leaves(DeploymentValues):
        named += [(leaf.opt, leaf.opt.flag or ""), *((alias, alias.flag or "") for alias in leaf.opt.aliases)]

    assert len(named) == len(flags())
    for opt, flag in named:
        record = history(flag)[-1].record
        for attribute in ("name", "env", "flag", "yaml", "default", "hidden", "use_instead"):
            assert getattr(opt, attribute) == getattr(record, attribute), (flag, attribute)


def test_marks_of_the_primary_name_are_what_the_field_says() -> None:
    for leaf in leaves(DeploymentValues):
        record = history(leaf.opt.flag or "")[-1].record
        assert leaf.opt.upstream_secret == record.secret
        for attribute in ("group", "enterprise", "validated", "workspace_proxy", "dynamic_default", "enum", "shorthand"):
            assert getattr(leaf.opt, attribute) == getattr(record, attribute), (leaf.path, attribute)


@pytest.mark.parametrize("series", known_series())
def test_the_kind_of_a_leaf_fits_the_type_in_the_release(series: str) -> None:
    for option in series_catalog(series).options:
        assert option.kind.name in KINDS[option.record.type], option.path
        assert option.kind.secret == option.secret


@pytest.mark.parametrize("series", known_series())
def test_what_upstream_marks_secret_is_secret(series: str) -> None:
    for option in series_catalog(series).options:
        if option.record.secret:
            assert option.secret
        elif option.secret:
            assert option.path in SECRET_THOUGH_NOT_MARKED


def test_every_leaf_says_what_it_is_for() -> None:
    for leaf in leaves(DeploymentValues):
        assert leaf.opt.description.endswith((".", "?", "!")), leaf.path
        assert 20 <= len(leaf.opt.description) <= 400, leaf.path


def _as_record(raw: dict[str, Any]) -> Record:
    renamed = {{"flag_shorthand": "shorthand", "default_dynamic": "dynamic_default"}.get(key, key): value for key, value in raw.items()}
    if "dynamic_default" in renamed:
        renamed["dynamic_default"] = True
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in renamed.items()}
    return Record(**values)


@pytest.mark.skipif(not CATALOGUES.is_dir(), reason=levels.absent("options"))
@pytest.mark.parametrize("series", known_series())
def test_the_shipped_table_is_the_catalogue(series: str) -> None:
    raw = json.loads((CATALOGUES / f"{series}.json").read_text(encoding="utf-8"))

    assert {record.flag: record for record in records(series)} == {item["flag"]: _as_record(item) for item in raw}
