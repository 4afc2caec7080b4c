"""Whatever stands in the environment, the YAML file or the arguments: a report comes back, in bounded time, and never a traceback."""

from __future__ import annotations

import time
import tracemalloc
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import codercfg
from codercfg.catalog.catalog import leaf_by_flag
from codercfg.cli.report_output import FORMATS, report_text
from codercfg.diagnostics.checked import Checked
from codercfg.options.family import members
from codercfg.reference.lookup import FAMILIES
from codercfg.releases.table import history, known_series
from codercfg.sources.dotenv import read_dotenv

WITHIN_SECONDS = 15.0  # generous: the machine may have other work
WITHIN_BYTES = 128 * 1024 * 1024
RELEASES = st.sampled_from([*known_series(), "2.36", "3.0", "1.0.0-rc.1"])
RECORDS = [span.record for flag in leaf_by_flag() for span in history(flag)]
NAMES = sorted({record.env for record in RECORDS if record.env})
FLAGS = sorted({record.flag for record in RECORDS})
YAML_KEYS = sorted({record.yaml for record in RECORDS if record.yaml})
INDEXED = sorted(
    f"{prefix.text}{{}}_{member.key.env}" for match in FAMILIES for prefix in match.family.prefixes for member in members(match.model)
)
INDICES = st.sampled_from(["0", "1", "-1", "00", "99999", "x", "", "9" * 5000]) | st.integers(0, 10**30).map(str)
NUMBERS = st.sampled_from(["1e999", "9" * 5000, "-" + "9" * 400, "0x10", "1" * 20 + "h", "NaN", "null", "~", "0" * 10_000])
WORDS = st.sampled_from(["true", "https://a.example.com", "1h", "a,b", ":80", "[::1]:80", "openai", "github", "*", "0 0 * * *"])
ADDRESSES = st.sampled_from(["http://[", "//:", "%zz", "http://%41:8080/", "http://a:b:c@[::1%25eth0]:80"])
VALUES = st.text(max_size=30) | NUMBERS | WORDS | ADDRESSES
VARIABLES = st.sampled_from(NAMES) | st.builds(str.format, st.sampled_from(INDEXED), INDICES) | st.text(max_size=20)
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8) | st.sampled_from(YAML_KEYS), inner, max_size=3),
    max_leaves=8,
)
QUICK = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def checked(environ: dict[str, str], release: str = "2.33.1", **inputs: Any) -> list[str]:
    """The codes of all findings, after every form of the report was made."""
    report = codercfg.check_environ(environ, release, **inputs)
    whole = [Checked("input", report.release, report.diagnostics, report.not_checked, report.allowed)]
    assert all(report_text(whole, form, "never", {}) for form in FORMATS)
    assert all(finding.help and finding.message for finding in report.diagnostics)
    assert isinstance(report.effective(), dict)
    assert isinstance([*report.providers(), *report.external_auth()], list)
    return [finding.code for finding in report.diagnostics]


@given(st.dictionaries(VARIABLES, VALUES, max_size=8), RELEASES)
@QUICK
def test_any_environment(environ: dict[str, str], release: str) -> None:
    assert isinstance(checked(environ, release), list)


@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda data: data.decode("utf-8", "surrogateescape")), RELEASES)
@QUICK
def test_any_text_as_the_yaml_file(text: str, release: str) -> None:
    assert isinstance(checked({}, release, config_yaml=text), list)


@given(TREES, st.sampled_from(YAML_KEYS), RELEASES)
@QUICK
def test_any_tree_at_a_key_of_the_yaml_file(tree: Any, key: str, release: str) -> None:
    document = tree
    for part in reversed(key.split(".")):
        document = {part: document}

    assert isinstance(checked({}, release, config_yaml=yaml.safe_dump(document)), list)


@given(
    st.lists(VALUES | st.sampled_from(FLAGS).map("--{}".format) | st.builds("--{}={}".format, st.sampled_from(FLAGS), VALUES), max_size=6)
)
@QUICK
def test_any_arguments(arguments: list[str]) -> None:
    assert isinstance(checked({}, args=arguments), list)


@given(st.text(max_size=200))
@QUICK
def test_any_text_as_a_file_of_variables(text: str) -> None:
    found = read_dotenv(text, "x.env")

    assert all(variable.origin.line for variable in found.variables)
    assert all(finding.help for finding in found.diagnostics)


@given(st.sampled_from(NAMES), VALUES, st.binary(max_size=200))
@QUICK
def test_any_bytes_in_files_that_options_name(name: str, value: str, data: bytes) -> None:
    files = {"CODER_TLS_ENABLE": "true", "CODER_TLS_CERT_FILE": "a", "CODER_TLS_KEY_FILE": "b", "CODER_DERP_CONFIG_PATH": "c", name: value}

    assert isinstance(checked(files, read_file=lambda _path: data), list)


def bomb(width: int, depth: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * width)}]" for level in range(1, depth)]
    return "\n".join(lines)


@pytest.mark.parametrize("text", [bomb(9, 30), "[" * 100_000, "networking:\n  accessURL: " + "9" * 1_000_000])
def test_a_small_yaml_file_never_needs_much_memory(text: str) -> None:
    tracemalloc.start()
    codes = checked({}, config_yaml=text)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert codes
    assert peak < WITHIN_BYTES


@pytest.mark.parametrize(
    "text",
    [
        bomb(9, 30),
        bomb(9, 30).replace("[", "{k: [").replace("]", "]}"),
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "a:\n" + "".join(f"{' ' * depth}b:\n" for depth in range(1, 3_000)),
        "? " * 50_000,
        "&a [*a]",
        "a: &a {<<: *a}",
        "networking:\n  wildcardAccessURL: " + "9" * 1_000_000,
        "introspection: " + "9" * 1_000_000,
        "networking:\n" + "".join(f"  key{number}: {number}\n" for number in range(20_000)),
        "externalAuthProviders:\n" + "- {type: github}\n" * 5_000,
        "a: '" + "\\u0041" * 200_000,
        "!!python/object/apply:os.system [x]",
        "\t" * 100_000,
    ],
    ids=lambda text: f"{text[:20]!r} of {len(text)}",
)
def test_a_hostile_yaml_file_costs_bounded_time(text: str) -> None:
    start = time.process_time()
    codes = checked({}, config_yaml=text)

    assert codes
    assert time.process_time() - start < WITHIN_SECONDS


MANY = 100_000


@pytest.mark.parametrize(
    "environ",
    [
        {f"CODER_AIBRIDGE_PROVIDER_{number}_TYPE": "openai" for number in range(MANY)},
        {f"CODER_AIBRIDGE_PROVIDER_{number}_NOPE": "x" for number in range(MANY // 5)},
        {f"CODER_AIBRIDGE_PROVIDER_{number}_KEY": "x" for number in range(0, MANY, 7)},
        {f"CODER_EXTERNAL_AUTH_{number}_TYPE": "github" for number in range(MANY)},
        {f"CODER_EXTERNAL_AUTH_{number}_ID": "same" for number in range(MANY)},
        {f"CODER_UNKNOWN_{number}": "x" for number in range(MANY // 5)},
        {"CODER_AIBRIDGE_PROVIDER_99999999999999999999_TYPE": "openai"},
        {"CODER_OIDC_EMAIL_DOMAIN": "a," * 500_000},
        {"CODER_SUPPORT_LINKS": "[" * 100_000},
        {"CODER_OIDC_GROUP_MAPPING": '{"a":' * 50_000},
        {"CODER_OIDC_GROUP_REGEX_FILTER": "(" * 50_000},
        {"CODER_OIDC_GROUP_REGEX_FILTER": "(a{1,1000}){1,1000}"},
        {"CODER_PROXY_HEALTH_INTERVAL": "1h" * 200_000},
        {"CODER_ACCESS_URL": "http://" + "a." * 500_000},
        {"CODER_ACCESS_URL": "http://" + "[" * 500_000},
        {"CODER_PG_CONNECTION_URL": "postgres://" + "%20" * 300_000},
        {"CODER_TLS_CIPHER_SUITES": "TLS_X," * 100_000},
        {"CODER_EXPERIMENTS": "nope," * 20_000},
        {"CODER_ADDITIONAL_CSP_POLICY": "a b," * 20_000},
    ],
    ids=lambda environ: f"{min(environ)[:40]} of {len(environ)}",
)
def test_a_hostile_environment_costs_bounded_time(environ: dict[str, str]) -> None:
    start = time.process_time()
    report = codercfg.check_environ(environ, "2.33.1")

    assert time.process_time() - start < WITHIN_SECONDS
    assert report.release == "2.33.1"
