"""A canary in every option, secret or beside one, right and wrong, on every surface of the server: no finding in any form shows it."""

from __future__ import annotations

import json
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

import codercfg
from codercfg.catalog.catalog import leaf_by_flag
from codercfg.cli.report_output import FORMATS, report_text
from codercfg.diagnostics.checked import Checked
from codercfg.diagnostics.error import ConfigurationError
from codercfg.options.family import members
from codercfg.reference.lookup import FAMILIES
from codercfg.releases.table import known_series, records
from unit.robust.canary import CANARY, SHAPES, leaks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.diagnostics.report import Report
    from codercfg.releases.table import Record

RELEASES = known_series()[-3:]
BASE = {
    "CODER_ACCESS_URL": "https://coder.example.com",
    "CODER_OIDC_ISSUER_URL": "https://login.example.com",
    "CODER_OIDC_CLIENT_ID": "coder",
    "CODER_OIDC_CLIENT_SECRET": "other",
    "CODER_TLS_ENABLE": "true",
    "CODER_TLS_CERT_FILE": "a.pem",
    "CODER_TLS_KEY_FILE": "a.key",
}
MEMBERS = [
    (prefix.text, member.key.env, member.key.secret, type_)
    for match in FAMILIES
    for prefix in match.family.prefixes
    for member in members(match.model)
    for type_ in ("openai", "anthropic", "github", "nope")
    if member.key.env
]


def said(report: Report[Any]) -> Iterator[str]:
    """Everything that a report tells without being asked to reveal."""
    checked = [Checked("input", report.release, report.diagnostics, report.not_checked, report.allowed)]
    for form in FORMATS:
        yield report_text(checked, form, "never", {})
    yield repr(report.diagnostics)
    yield str(ConfigurationError(report.errors))


def masked(report: Report[Any]) -> str:
    return f"{report.effective()} {report.providers()} {report.external_auth()} {report.values!r} {report!r}"


def is_secret(record: Record) -> bool:
    return leaf_by_flag()[record.flag].opt.secret


@pytest.mark.parametrize("release", RELEASES)
def test_in_variables(release: str) -> None:
    shown = []
    count = 0
    for record, shape in product(records(release), SHAPES):
        if record.env:
            report = codercfg.check_environ({**BASE, record.env: shape}, release=release)
            texts = [*said(report), masked(report) if is_secret(record) else ""]
            count += len(report.diagnostics)
            shown += [record.env] if leaks(*texts) else []

    assert shown == []
    assert count > 1000


@pytest.mark.parametrize("release", RELEASES[-1:])
def test_in_arguments_and_in_the_yaml_file(release: str) -> None:
    shown = []
    for record, shape in product(records(release), SHAPES):
        document: Any = shape
        for key in reversed((record.yaml or "").split(".")):
            document = {key: document}
        for inputs in (
            {"args": [f"--{record.flag}", shape]},
            {"args": [f"--{record.flag}={shape}"]},
            {"config_yaml": json.dumps(document)},
            {"config_yaml": f"{json.dumps(document)[:-1]}\n"},
        ):
            report = codercfg.check_environ(BASE, release, **inputs)
            shown += [record.flag] if leaks(*map(str, report.diagnostics), *report.not_checked) else []

    assert shown == []


@pytest.mark.parametrize(("prefix", "key", "secret", "type_"), MEMBERS)
def test_in_indexed_variables(prefix: str, key: str, *, secret: bool, type_: str) -> None:
    for shape, second in product(SHAPES, (False, True)):
        environ = {**BASE, f"{prefix}0_TYPE": type_, f"{prefix}0_{key}": shape}
        if second:
            environ |= {f"{prefix}1_TYPE": type_, f"{prefix}1_{key}": shape}
        report = codercfg.check_environ(environ, release="2.33.1")

        assert not leaks(*map(str, report.diagnostics), *report.not_checked), shape
        assert not (secret and leaks(masked(report))), shape


def test_in_names_that_no_release_knows_beside_secrets() -> None:
    environ = {**BASE, "CODER_OIDC_CLIENT_SECRT": CANARY, "CODER_PG_CONECTION_URL": CANARY, "CODER_AIBRIDGE_PROVIDER_X_KEY": CANARY}

    assert not leaks(*said(codercfg.check_environ(environ, release="2.33.1")))
