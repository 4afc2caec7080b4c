"""Each option of each release means the same in a variable, a dotenv file, a flag, the server's YAML file and both sections of a stack."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

import codercfg
from codercfg.check import check_variables
from codercfg.env.entry import SecretEnv
from codercfg.env.render import render
from codercfg.options.secret_values import accept_secret
from codercfg.reference.option_rows import option_rows
from codercfg.releases.table import known_series
from codercfg.sources.dotenv import read_dotenv
from codercfg.values.reference import Reference

if TYPE_CHECKING:
    from codercfg.reference.option_rows import OptionRow

# Text as a variable or flag holds it, the same in YAML, and the value on the wire.
BY_TYPE: dict[str, tuple[str, Any, Any]] = {
    "boolean": ("true", True, True),
    "integer": ("7", 7, 7),
    "text": ("some-text", "some-text", "some-text"),
    "list": ("a,b", ["a", "b"], ["a", "b"]),
    "duration": ("1h30m", "1h30m", 5_400_000_000_000),
    "url": ("https://u.example.com/p", "https://u.example.com/p", "https://u.example.com/p"),
    "host:port": ("127.0.0.1:8181", "127.0.0.1:8181", "127.0.0.1:8181"),
    "regexp": ("^a$", "^a$", "^a$"),
    "map": ('{"a":"b"}', {"a": "b"}, {"a": "b"}),
    "map of lists": ('{"a":["b","c"]}', {"a": ["b", "c"]}, {"a": ["b", "c"]}),
}
UUID = "11111111-2222-3333-4444-555555555555"
LINK = {"name": "n", "target": "https://t.example.com", "icon": "i"}
BY_TYPE["map of UUID lists"] = (json.dumps({"a": [UUID]}), {"a": [UUID]}, {"a": [UUID]})
BY_TYPE["list of links"] = (json.dumps([LINK]), [LINK], [LINK])
# Options whose text is checked when it is read.
BY_PATH: dict[str, tuple[str, Any, Any]] = {
    "wildcard_access_url": ("*.a.example.com",) * 3,
    "prometheus.aggregate_agent_stats_by": ("agent_name,username", ["agent_name", "username"], ["agent_name", "username"]),
    "provisioner.daemon_types": ("terraform,echo", ["terraform", "echo"], ["terraform", "echo"]),
}
READING = {"ARG", "ENV", "EXT", "OPT", "STK", "YML"}
# The first is a list of its own, the others name or ask for a file.
WITHOUT_VALUE = {"external_auth", "config", "write_config"}
# A release resets these two unless both of their names are set.
BOTH_NAMES = {("2.34", "ai.bridge.circuit_breaker_failure_threshold"), ("2.34", "ai.bridge.circuit_breaker_max_requests")}
# Aborts the start whatever it holds, because its name begins like those of a family.
ABORTS = "CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE"
Source = Callable[["OptionRow", str], "codercfg.Report[Any] | None"]


def rows(series: str) -> list[OptionRow]:
    return [row for row in option_rows(codercfg.Release.parse(series)) if row.path not in WITHOUT_VALUE]


def sample(row: OptionRow) -> tuple[str, Any, Any]:
    if row.enum:
        return (row.enum[-1],) * 3
    return BY_PATH.get(row.path) or BY_TYPE[row.type.removeprefix("secret ")]


def put(document: dict[str, Any], dotted: str, value: Any) -> dict[str, Any]:
    *groups, last = dotted.split(".")
    inner = document
    for group in groups:
        inner = inner.setdefault(group, {})
    inner[last] = value
    return document


def names(row: OptionRow, series: str, surface: str) -> list[str]:
    """What to set on one surface of the server, so that the option is set there."""
    both = (series, row.path) in BOTH_NAMES
    found = [getattr(other, surface) for other in rows(series) if other.path == row.path] if both else [getattr(row, surface)]
    return [name for name in found if name]


def by_variable(row: OptionRow, series: str) -> codercfg.Report[Any]:
    return codercfg.check_environ({name: sample(row)[0] for name in names(row, series, "env")}, series)


def by_dotenv(row: OptionRow, series: str) -> codercfg.Report[Any]:
    read = read_dotenv("".join(f"{name}='{sample(row)[0]}'\n" for name in names(row, series, "env")), ".env")
    return check_variables(read.variables, series)


def by_flag(row: OptionRow, series: str) -> codercfg.Report[Any]:
    return codercfg.check_environ({}, series, args=[f"--{name}={sample(row)[0]}" for name in names(row, series, "flag")])


def by_yaml(row: OptionRow, series: str) -> codercfg.Report[Any] | None:
    keys = names(row, series, "yaml")
    if not keys:
        return None
    document: dict[str, Any] = {}
    for key in keys:
        put(document, key, sample(row)[1])
    return codercfg.check_environ({}, series, config_yaml=json.dumps(document))


def by_deployment(row: OptionRow, series: str) -> codercfg.Report[Any]:
    text, native, _ = sample(row)
    value = {"secure": "v1:x"} if row.secret else native
    return in_a_stack("deployment", put({}, row.path, value), series, {f"deployment.{row.path}": text})


def by_env_section(row: OptionRow, series: str) -> codercfg.Report[Any]:
    text = sample(row)[0]
    value = {"secure": "v1:x"} if row.secret else text
    return in_a_stack("env", {row.env: value}, series, {f"env.{row.env}": text})


REFERENCES = (
    {"secretRef": {"name": "a", "key": "b"}},
    {"sealed": {"name": "a", "key": "b", "rotation": "2026-11"}},
    {"externalSecret": {"store": "vault", "key": "prod/a", "property": "p", "version": "2", "rotation": "2026-11"}},
)


@pytest.mark.parametrize("series", known_series())
@pytest.mark.parametrize("reference", REFERENCES, ids=lambda reference: next(iter(reference)))
def test_every_secret_option_takes_every_kind_of_reference_in_both_sections(series: str, reference: dict[str, Any]) -> None:
    held = accept_secret(reference)
    assert isinstance(held, Reference)
    first = {row.path: row.env or "" for row in reversed(rows(series))}  # an option with two names is written under its first
    for row in (row for row in rows(series) if row.secret):
        for section, value in (("deployment", put({}, row.path, reference)), ("env", {row.env: reference})):
            report = in_a_stack(section, value, series, {})
            configuration = codercfg.load_stack(stack_text(section, value, series)).inputs.configuration
            assert refusals(report, row) == [], (row.path, section)
            assert configuration is not None
            assert {path: setting.value for path, setting in configuration.settings.items()} == {row.path: held}
            (entry,) = render(configuration, "coder-{}".format).entries
            assert entry == SecretEnv(first[row.path], *held.place(first[row.path], "coder-{}".format)), (row.path, section)


def in_a_stack(section: str, value: dict[Any, Any], series: str, secrets: dict[str, str]) -> codercfg.Report[Any]:
    return codercfg.load_stack(stack_text(section, value, series), secrets).report


def stack_text(section: str, value: dict[Any, Any], series: str) -> str:
    return json.dumps({"config": {"coder:release": series, f"coder:{section}": value}})


def refusals(report: codercfg.Report[Any], row: OptionRow) -> list[str]:
    """Errors of reading; rules may well object to an option that stands alone."""
    return [item.message for item in report.errors if item.code[:3] in READING and ABORTS not in (row.env, *item.about)]


@pytest.mark.parametrize("series", known_series())
@pytest.mark.parametrize("source", [by_variable, by_dotenv, by_flag, by_yaml, by_deployment, by_env_section])
def test_every_option_is_held_as_it_was_written(series: str, source: Source) -> None:
    reports = {(row.env, row.path): (row, source(row, series)) for row in rows(series)}
    read = [(row, report) for row, report in reports.values() if report is not None]

    assert [(row.env, report.effective(reveal=True)) for row, report in read if not holds(report, row)] == []
    assert [(row.env, refusals(report, row)) for row, report in read if refusals(report, row)] == []
    assert len(read) == len([row for row in rows(series) if row.yaml]) if source is by_yaml else len(read) == len(rows(series))


def holds(report: codercfg.Report[Any], row: OptionRow) -> bool:
    """Whether the option has the value that was written, and no other has one."""
    return report.effective(reveal=True) == {row.path: sample(row)[2]}


@pytest.mark.parametrize("series", known_series())
def test_every_option_has_one_name_of_its_own_on_each_surface(series: str) -> None:
    for surface in ("env", "flag", "yaml"):
        written = [getattr(row, surface) for row in rows(series) if getattr(row, surface)]
        assert sorted(set(written)) == sorted(written)
    assert all(row.env and row.flag for row in rows(series))
