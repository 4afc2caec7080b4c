from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from codercfg.cli.main import main
from codercfg.reference.option_rows import option_rows
from codercfg.releases.release import Release
from codercfg.releases.table import known_series, records


@pytest.mark.parametrize("series", known_series())
def test_every_option_of_a_release_has_one_row(series: str) -> None:
    rows = option_rows(Release.parse(series))

    assert sorted(row.flag for row in rows) == sorted(record.flag for record in records(series))
    assert [row.path for row in rows] == sorted(row.path for row in rows)
    assert all(row.description for row in rows)


def test_names_follow_the_release() -> None:
    old, new = ({row.path: row for row in option_rows(Release.parse(release)) if row.alias_of is None} for release in ("2.33", "2.34"))

    assert (old["ai.bridge.enabled"].env, old["ai.bridge.enabled"].default) == ("CODER_AIBRIDGE_ENABLED", "false")
    assert (new["ai.bridge.enabled"].env, new["ai.bridge.enabled"].default) == ("CODER_AI_GATEWAY_ENABLED", "true")
    assert (new["ai.bridge.enabled"].since, new["ai.bridge.enabled"].until) == ("2.34", None)
    assert old["oidc.issuer_url"].since is None


def test_json_holds_every_column_of_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["options", "--release", "2.33.1", "--format", "json"]) == 0

    expected = [asdict(row) for row in option_rows(Release.parse("2.33.1"))]
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(expected))


def test_the_table_is_filtered_by_any_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["options", "oidc.issuerURL"]) == 0
    assert capsys.readouterr().out == (
        "option           variable               type  default\noidc.issuer_url  CODER_OIDC_ISSUER_URL  text\n"
    )


def test_the_table_marks_secrets_and_second_names(capsys: pytest.CaptureFixture[str]) -> None:
    main(["options", "--release", "2.34", "email-auth-password"])
    lines = {line.split()[1]: line for line in capsys.readouterr().out.splitlines()}

    assert lines["CODER_EMAIL_AUTH_PASSWORD"].endswith("secret")
    assert "second name, secret" in lines["CODER_NOTIFICATIONS_EMAIL_AUTH_PASSWORD"]


def test_markdown_is_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    main(["options", "--format", "markdown", "telemetry.url"])

    assert capsys.readouterr().out.splitlines()[2:] == [
        "| `telemetry.url` | `CODER_TELEMETRY_URL` | `--telemetry-url` | `telemetry.url` | url | `https://telemetry.coder.com` |  |"
    ]


def test_a_text_that_is_no_release_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["options", "--release", "two"]) == 2
    assert capsys.readouterr().err == "codercfg: `two` is no release: a release is written 2.33, 2.33.1 or 2.34.0-rc.1\n"
