from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from codercfg.cli.main import main
from codercfg.releases.release import Release
from codercfg.rules.ai_providers import routes
from codercfg.stack_check import load_stack
from codercfg.upgrade.rehearsal import rehearse
from codercfg.upgrade.step import When

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration

ROOT = Path(__file__).parents[3]
CANARY = "hunter2canary"
HEAD = 'config:\n  coder:release: "{}"\n  coder:deployment:\n    access_url: https://coder.example.com\n'


def steps(text: str, release: str) -> list[tuple[str, str, str]]:
    found = rehearse(text, Release.parse(release)).steps
    return [(step.when.value, step.finding.code, step.finding.path) for step in found]


def test_an_upgrade_to_the_same_release_asks_for_nothing() -> None:
    assert steps(HEAD.format("2.33.1"), "2.33.1") == []


def test_defaults_of_a_group_that_is_off_are_not_told() -> None:
    text = HEAD.format("2.32.0") + "    ai: {bridge: {enabled: false}}\n"
    assert steps(text, "2.33.1") == []
    on = HEAD.format("2.32.0") + "    ai: {aibridge_proxy: {enabled: true}, bridge: {enabled: false}}\n"
    assert ("never", "REL010", "ai.aibridge_proxy.domain_allowlist") in steps(on, "2.33.1")


def test_a_default_that_the_stack_sets_itself_is_not_told() -> None:
    assert ("never", "REL010", "ai.bridge.enabled") in steps(HEAD.format("2.33.1"), "2.34.1")
    assert steps(HEAD.format("2.33.1") + "    ai: {bridge: {enabled: false}}\n", "2.34.1") == [("never", "REL012", "ai.bridge.enabled")]


def test_errors_come_before_and_what_the_first_start_copies_after() -> None:
    text = HEAD.format("2.33.1") + '    ai: {bridge: {providers: [{type: openai, key: {secure: "v1:A:B"}, keys: {secure: "v1:C:D"}}]}}\n'
    found = steps(text, "2.34.1")

    assert ("before", "AIP108", "ai.bridge.providers[0].keys") in found
    assert ("after", "AIP121", "ai.bridge.providers") in found
    assert not rehearse(text, Release.parse("2.34.1")).ok


def test_what_both_releases_say_is_told_only_when_it_is_an_error() -> None:
    text = HEAD.format("2.33.1") + "    ai: {bridge: {enabled: false}}\n    proxy_trusted_headers: [X-Real-IP]\n    telemetry: {nope: 1}\n"
    both = {item.code for item in load_stack(text).report.diagnostics}

    assert {"HTP018", "STK024"} <= both
    assert [code for _when, code, _path in steps(text, "2.33.2")] == ["STK024"]


def test_places_are_in_the_file_that_was_named(tmp_path: Path) -> None:
    file = tmp_path / "Pulumi.x.yaml"
    file.write_text(HEAD.format("2.33.1") + '  coder:env: {CODER_PROVISIONER_DAEMONS: ""}\n')
    found = rehearse(file, Release.parse("2.34.1")).of(When.BEFORE)

    assert [(step.finding.origin.file, step.finding.origin.line) for step in found] == [(str(file), 5)]


def test_crossing_2_35_tells_of_the_second_address_once() -> None:
    text = HEAD.format("2.34.1") + "    ai: {bridge: {enabled: true, providers: [{type: copilot}]}}\n"
    assert ("never", "REL014", "ai.bridge.enabled") in steps(text, "2.36.0")
    assert "REL014" not in [code for _when, code, _path in steps(text.replace("2.34.1", "2.35.1"), "2.36.0")]


@pytest.mark.parametrize("name", ["dev", "production", "airgapped"])
def test_the_shipped_stacks_can_be_upgraded(name: str) -> None:
    rehearsal = rehearse(ROOT / "stacks" / f"Pulumi.{name}.yaml", Release.parse("2.34.1"))
    assert [step.finding.message for step in rehearsal.of(When.BEFORE)] == []
    assert rehearsal.ok


def test_the_json_form_has_steps_and_names_on_all_surfaces(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "Pulumi.x.yaml"
    file.write_text(HEAD.format("2.33.1") + "    ai: {bridge: {enabled: true}}\n")
    assert main(["upgrade", str(file), "--to", "2.34.1", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)

    assert {key: document[key] for key in ("version", "from", "to", "ok")} == {"version": 1, "from": "2.33.1", "to": "2.34.1", "ok": True}
    assert [(step["when"], step["code"]) for step in document["steps"]] == [("never", "REL012")]
    assert document["options"]["ai.bridge.enabled"][0] == {
        "surface": "variable",
        "name": "CODER_AI_GATEWAY_ENABLED",
        "standing": "read",
        "effect": "read",
        "code": None,
        "other": None,
    }


def test_all_options_are_shown_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "Pulumi.x.yaml"
    file.write_text(HEAD.format("2.33.1"))
    assert main(["upgrade", str(file), "--to", "2.34.1", "--options"]) == 0

    assert "  access_url\n    variable CODER_ACCESS_URL: read\n    flag     --access-url: read\n" in capsys.readouterr().out


@pytest.mark.parametrize("form", [[], ["--options"], ["--format", "json"]])
def test_no_form_shows_a_secret(form: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "Pulumi.x.yaml"
    file.write_text(
        HEAD.format("2.33.1")
        + f"    oidc: {{client_secret: {CANARY}, auth_url_params: {{x: {CANARY}}}}}\n"
        + f'  coder:env:\n    CODER_OIDC_ICON_URL: ""  # {CANARY}\n'
    )
    assert main(["upgrade", str(file), "--to", "2.34.1", *form]) == 1
    shown = capsys.readouterr()

    assert not [start for start in range(len(CANARY) - 7) if CANARY[start : start + 8] in shown.out + shown.err]
    assert "REL011" in shown.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [(["dev"], "required: --to"), (["dev", "--to", "x"], "`x` is no release"), (["none", "--to", "2.34"], "there is no stack `none`")],
)
def test_wrong_use_is_one_sentence(
    arguments: list[str], sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["upgrade", *arguments]) == 2

    assert sentence in capsys.readouterr().err


def test_routes_are_named_once_for_each_release_however_many_providers_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    names = routes.names

    def counted(config: Configuration) -> tuple[str, ...]:
        asked.append(str(config.release))
        return names(config)

    monkeypatch.setattr(routes, "names", counted)
    item = "{{type: openai, name: p{}, key: {{secretRef: {{name: llm, key: k}}}}}}"
    listed = ", ".join(item.format(number) for number in range(30))
    steps(HEAD.format("2.33.1") + f"    ai: {{bridge: {{enabled: true, providers: [{listed}]}}}}\n", "2.34.1")

    assert len(asked) < 10
