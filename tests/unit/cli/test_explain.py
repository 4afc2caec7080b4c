from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.cli.main import main
from codercfg.options.secret_values import FORMS, REFERENCES
from codercfg.reference.lookup import MemberMatch, OptionMatch, find, known_names
from codercfg.releases.table import flags, history
from unit.cli.golden import assert_golden
from unit.cli.stack_files import BAD, CANARY, GOOD

CASES = Path(__file__).parents[2] / "cases" / "explain"
NAMES = {
    "option": ["oidc.issuer_url"],
    "secret": ["CODER_OIDC_CLIENT_SECRET"],
    "renamed": ["ai.bridge.enabled"],
    "renamed-in-an-older-release": ["--aibridge-enabled", "--release", "2.33.1"],
    "changed": ["--aibridge-proxy-domain-allowlist", "--release", "2.31"],
    "not-in-release": ["retention.audit_logs", "--release", "2.28"],
    "enum": ["http_cookies.same_site"],
    "group": ["telemetry"],
    "list": ["external_auth"],
    "list-key": ["CODER_EXTERNAL_AUTH_0_CLIENT_SECRET"],
    "secret-form": ["externalSecret"],
    "rotation": ["rotation"],
    "code": ["AIP101"],
}


@pytest.mark.parametrize("case", NAMES)
def test_a_name_is_explained(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", *NAMES[case]]) == 0

    assert_golden(CASES / f"{case}.txt", f"$ codercfg explain {' '.join(NAMES[case])}\n" + capsys.readouterr().out)


@pytest.mark.parametrize(
    "name",
    [
        "oidc.issuer_url",
        "deployment.oidc.issuer_url",
        "coder:deployment.oidc.issuer_url",
        "CODER_OIDC_ISSUER_URL",
        "coder_oidc_issuer_url",
        "--oidc-issuer-url",
        "oidc-issuer-url",
        "oidc.issuerURL",
    ],
)
def test_an_option_is_found_by_every_name(name: str) -> None:
    match = find(name)

    assert isinstance(match, OptionMatch)
    assert match.leaf.path == "oidc.issuer_url"


@pytest.mark.parametrize(
    "name", ["external_auth[].client_id", "external_auth[3].client_id", "external_auth.0.client_id", "external_auth.client_id"]
)
def test_a_key_of_a_list_is_found_with_any_index(name: str) -> None:
    match = find(name)

    assert isinstance(match, MemberMatch)
    assert match.member.json_name == "client_id"


def test_every_name_of_every_release_finds_its_option() -> None:
    lost = [
        (record.name, name)
        for flag in flags()
        for record in (span.record for span in history(flag))
        for name in (record.env, f"--{record.flag}")
        if name and not isinstance(find(name), OptionMatch)
    ]

    assert lost == []
    assert all(find(name) is not None for name in known_names())


def test_an_unknown_name_is_wrong_use_and_near_names_are_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "CODER_OIDC_ISUER_URL"]) == 2

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("codercfg: nothing is called `CODER_OIDC_ISUER_URL`; did you mean `CODER_OIDC_ISSUER_URL`")
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["a", "b"]])
def test_exactly_one_name_is_needed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", *arguments]) == 2
    assert capsys.readouterr().err == "codercfg: exactly one name is expected (see `codercfg explain --help`)\n"


@pytest.mark.parametrize("arguments", [["oidc", "--releas", "2.33"], ["--oidc-issuer-url", "--releas=2.33"]])
def test_a_misspelt_option_of_our_own_is_asked_about(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", *arguments]) == 2
    said = "exactly one name is expected; did you mean `--release`? (see `codercfg explain --help`)"
    assert capsys.readouterr().err == f"codercfg: {said}\n"


def test_a_code_is_found_by_its_slug(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "type-missing"]) == 0
    assert capsys.readouterr().out.startswith("AIP101: type-missing\n")


def test_pages_fit_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("ai.bridge.enabled", "CODER_PG_CONNECTION_URL", "--dangerous-oidc-skip-issuer-checks"):
        main(["explain", name])

    assert max(map(len, capsys.readouterr().out.splitlines())) <= 100


@given(st.text(max_size=40))
def test_no_text_breaks_the_search(text: str) -> None:
    match = find(text)

    assert match is None or re.search(r"\w", text)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("access_url", ["in the stack https://coder.example.com", "set at       good.yaml:4:17"]),
        ("CODER_DISABLE_PASSWORD_AUTH", ["in the stack true", "set at       good.yaml:18:34"]),
        ("pg_connection_url", ["in the stack key url of Secret coder-db"]),
        ("oidc.client_secret", ["in the stack encrypted by Pulumi"]),
        ("oidc.sign_in_text", ["in the stack not set; the default holds"]),
        ("ai.bridge.providers[].key", ["in the stack 0: key eu of Secret llm-keys, set at good.yaml:16:"]),
        ("ai.bridge.providers[].base_url", ["in the stack not set in any item"]),
        ("external_auth", ["in the stack 0 written"]),
        ("oidc", ["oidc.scopes: openid,profile"]),
        ("kubernetes.replicas", ["in the stack 2", "set at       good.yaml:20:"]),
        ("kubernetes.ingress.enabled", ["in the stack true", "set at       good.yaml:21:"]),
        ("kubernetes.ingress", ["in the stack set"]),
        ("kubernetes.name", ["in the stack not set; the default holds"]),
    ],
)
def test_a_stack_adds_the_value_in_force_and_its_place(
    name: str, facts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.yaml").write_text(GOOD)
    assert main(["explain", name, "--stack", "good.yaml"]) == 0

    out = capsys.readouterr().out
    assert [fact for fact in facts if fact not in out] == []


def test_a_refused_value_is_not_called_unset_and_no_secret_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.yaml").write_text(BAD)
    for name in ("oidc.email_field", "oidc.client_secret", "oidc"):
        assert main(["explain", name, "--stack", "bad.yaml"]) == 0

    out = capsys.readouterr().out
    assert out.count("in the stack refused: `codercfg check` tells why") == 2
    assert CANARY not in out


def test_a_password_in_an_address_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    address = f"https://user:{CANARY}@login.example.com"
    (tmp_path / "a.yaml").write_text(f'config:\n  coder:release: "2.33.1"\n  coder:deployment: {{oidc: {{issuer_url: "{address}"}}}}\n')
    for name in ("oidc.issuer_url", "oidc"):
        assert main(["explain", name, "--stack", "a.yaml"]) == 0

    out = capsys.readouterr().out
    assert out.count("https://********@login.example.com") == 2
    assert CANARY not in out


def test_the_release_of_the_stack_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.yaml").write_text(GOOD)
    main(["explain", "ai.bridge.enabled", "--stack", "good.yaml"])

    assert "variable     CODER_AIBRIDGE_ENABLED\n" in capsys.readouterr().out


def test_keys_of_our_own_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("coder:kubernetes.ingress.tls.secretName", "kubernetes.certs.secrets[0].key", "target.files", "release"):
        assert main(["explain", name]) == 0

    out = capsys.readouterr().out
    assert "stack file   coder:kubernetes.certs.secrets[].key\n" in out
    assert "    target.files.directory\n" in out


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_secret_is_explained_with_all_its_keys(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", form]) == 0

    out = capsys.readouterr().out
    assert f"written as   {{{form}: " in out
    assert [key for key in (REFERENCES[form][1] if form in REFERENCES else ()) if f"\n  {key} " not in out] == []


def test_a_misspelt_form_of_a_secret_is_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "externalsecrt"]) == 2

    assert "did you mean `externalSecret`" in capsys.readouterr().err


def test_what_becomes_of_an_option_in_later_releases_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "ai.bridge.openai.key"]) == 0

    out = capsys.readouterr().out
    assert "AIP121 seeded-once: warning, 2.34 to 2.37" in out
    assert "AIP122 provider-options-removed: warning, 2.38 and later" in out
    assert "AIP129 provider-flags-removed: error, 2.38 and later" in out
