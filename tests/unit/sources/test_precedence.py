from __future__ import annotations

import pytest

from codercfg.check import check_environ


def _effective(environ: dict[str, str], yaml: str | None = None, args: tuple[str, ...] = (), release: str = "2.33") -> dict[str, object]:
    return check_environ(environ, release, yaml, args).effective(reveal=True)


YAML = "cacheDir: /yaml\n"


@pytest.mark.parametrize(
    ("environ", "yaml", "args", "winner"),
    [
        ({"CODER_CACHE_DIRECTORY": "/env"}, YAML, ("--cache-dir=/flag",), "/flag"),
        ({"CODER_CACHE_DIRECTORY": "/env"}, YAML, (), "/env"),
        ({}, YAML, (), "/yaml"),
        ({}, YAML, ("--cache-dir=/a", "--cache-dir=/b"), "/b"),
    ],
)
def test_flag_beats_variable_beats_yaml(environ: dict[str, str], yaml: str, args: tuple[str, ...], winner: str) -> None:
    assert _effective(environ, yaml, args) == {"cache_directory": winner}


def test_lists_of_variable_and_flags_are_added_up_and_yaml_is_left_out() -> None:
    report = check_environ({"CODER_OIDC_SCOPES": "a"}, "2.33", "oidc: {scopes: [z]}\n", ("--oidc-scopes=b", "--oidc-scopes=c,d"))
    assert report.effective() == {"oidc.scopes": ["a", "b", "c", "d"]}
    assert "OPT004" in {item.code for item in report.warnings}


def test_secret_lists_are_added_up_too() -> None:
    key = "A" * 43 + "="
    values = _effective({"CODER_EXTERNAL_TOKEN_ENCRYPTION_KEYS": key}, args=(f"--external-token-encryption-keys={key}",))
    assert values == {"external_token_encryption_keys": [key, key]}


def test_the_deprecated_mail_name_beats_the_new_one() -> None:
    report = check_environ({"CODER_EMAIL_FROM": "new@a.b", "CODER_NOTIFICATIONS_EMAIL_FROM": "old@a.b"}, "2.33")
    assert report.effective() == {"notifications.email.from": "old@a.b"}
    [lost] = [item for item in report.warnings if item.code == "OPT003"]
    assert lost.about == ("CODER_EMAIL_FROM", "CODER_NOTIFICATIONS_EMAIL_FROM")


def test_yaml_under_another_name_beats_a_variable() -> None:
    yaml = "notifications: {email: {from: yaml@a.b}}\n"
    assert _effective({"CODER_EMAIL_FROM": "env@a.b"}, yaml) == {"notifications.email.from": "yaml@a.b"}


def test_a_broken_yaml_value_is_not_looked_at_where_a_variable_is_set() -> None:
    report = check_environ({"CODER_VERBOSE": "true", "CODER_UPDATE_CHECK": "true"}, "2.33", "updateCheck: [broken]\n")
    assert report.effective() == {"update_check": True, "verbose": True}
    assert report.ok


NEW, OLD = "CODER_AI_GATEWAY_CIRCUIT_BREAKER_FAILURE_THRESHOLD", "CODER_AIBRIDGE_CIRCUIT_BREAKER_FAILURE_THRESHOLD"
PATH = "ai.bridge.circuit_breaker_failure_threshold"


@pytest.mark.parametrize(
    ("environ", "value"), [({NEW: "10"}, 5), ({OLD: "10"}, 5), ({OLD: "10", NEW: "20"}, 20), ({OLD: "10", NEW: "10"}, 10)]
)
def test_in_2_34_the_default_of_the_other_name_resets_a_circuit_breaker(environ: dict[str, str], value: int) -> None:
    report = check_environ(environ, "2.34")
    assert report.effective()[PATH] == value
    assert ("OPT005" in {item.code for item in report.warnings}) == (len(environ) == 1)


def test_in_2_33_the_circuit_breaker_has_one_name() -> None:
    assert _effective({OLD: "10"}) == {PATH: 10}


def test_where_a_value_lost_is_kept_for_explain() -> None:
    from codercfg.releases.release import Release
    from codercfg.sources.environ import variables_of
    from codercfg.sources.server import read_server_inputs

    variables = variables_of({"CODER_CACHE_DIRECTORY": "/env"})
    setting = read_server_inputs(variables, Release.parse("2.33"), YAML, ("--cache-dir=/flag",)).configuration.settings["cache_directory"]
    assert setting.origin.name == "--cache-dir"
    assert [origin.name for origin in setting.overridden] == ["CODER_CACHE_DIRECTORY", "cacheDir"]
