from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codercfg.diagnostics.diagnostic import Severity
from codercfg.stack_check import check_stack, load_stack
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
    pg_connection_url: {secretRef: {name: coder-db, key: url}}
    oidc: {issuer_url: https://id.example.com, client_id: coder, client_secret: {secure: "v1:abc:def"}}
    scim_api_key: {secure: "v1:ghi:jkl"}
  coder:target: {files: {directory: out/dev}}
"""


def codes(text: str, severity: Severity | None = None) -> list[str]:
    return [item.code for item in check_stack(text).diagnostics if severity in (None, item.severity)]


def test_a_good_stack_gives_everything_that_rendering_needs(tmp_path: Path) -> None:
    file = tmp_path / "Pulumi.prod.yaml"
    file.write_text(GOOD, encoding="utf-8")
    loaded = load_stack(file)

    assert loaded.report.errors == ()
    assert loaded.stack is not None
    assert (loaded.stack.name, str(loaded.stack.release), loaded.stack.target.files.directory) == ("prod", "2.33.1", "out/dev")
    assert loaded.stack.configuration.is_set("oidc.client_id")
    assert loaded.stack.kubernetes.model_fields_set == set()


def test_a_stack_with_an_error_cannot_be_rendered() -> None:
    loaded = load_stack(GOOD.replace("client_id: coder", "client_idd: coder"))

    assert loaded.stack is None
    assert not loaded.report.ok
    assert loaded.inputs.configuration is not None


def test_the_report_shows_values_and_masks_secrets() -> None:
    report = check_stack(GOOD)

    assert report.release == "2.33.1"
    assert report.effective()["oidc.client_id"] == "coder"
    assert report.effective(reveal=True)["oidc.client_secret"] == "********"
    assert report.values is not None
    assert report.values.deployment.oidc.client_id == "coder"


def test_secrets_of_the_caller_are_shown_only_when_asked_for() -> None:
    report = load_stack(GOOD, {"deployment.oidc.client_secret": "made up"}).report

    assert report.effective()["oidc.client_secret"] == "********"
    assert report.effective(reveal=True)["oidc.client_secret"] == "made up"
    assert report.values is not None
    assert report.values.deployment.oidc.client_secret == SecretText("made up")


def test_what_was_not_looked_at_is_said_once_for_each_option() -> None:
    sentences = check_stack(GOOD).not_checked

    for name in ("pg_connection_url", "oidc.client_secret", "scim_api_key"):
        assert sum(f"`{name}`" in sentence for sentence in sentences) == 1
    assert load_stack(GOOD, {"deployment.oidc.client_secret": "a", "deployment.scim_api_key": "b"}).report.not_checked == tuple(
        sentence for sentence in sentences if "pg_connection_url" in sentence
    )


def test_values_of_a_pulumi_environment_are_said_not_to_be_seen() -> None:
    assert "values that the Pulumi environment adds were not seen" in check_stack("environment: [prod]\n" + GOOD).not_checked


def test_rules_apply_to_a_stack_and_point_into_the_file() -> None:
    report = check_stack(GOOD.replace("issuer_url: https://id.example.com, ", ""))
    (finding,) = [item for item in report.errors if item.code == "OID001"]

    assert str(finding.origin) == "<text>:6:23"


def test_a_stack_that_sets_nothing_has_no_findings() -> None:
    assert check_stack('config:\n  coder:release: "2.33.1"\n  coder:deployment: {}\n').diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        GOOD + "  coder:target: {}\n",
        GOOD.replace("    oidc", "    access_url: https://b.example.com\n    oidc"),
        GOOD.replace("coder:deployment", "coder:deploment"),
        GOOD.replace("coder:release", "coder:relese"),
        GOOD + "---\n",
        "config: []\n",
    ],
)
def test_rules_are_not_applied_to_a_part_of_a_file(text: str) -> None:
    report = check_stack(text)

    assert {item.code[:3] for item in report.diagnostics} <= {"STK", "REL"}
    assert not report.ok


def test_settings_of_the_objects_are_checked_as_well() -> None:
    text = GOOD + "  coder:kubernetes: {image: {tag: latest}}\n"

    assert "IMG002" in codes(text, Severity.WARNING)


def test_an_option_is_one_finding_however_many_rules_look_at_it() -> None:
    assert codes(GOOD.replace("https://coder.example.com", "https://coder example"), Severity.ERROR) == ["OPT001"]
