from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import codercfg
from codercfg.catalog.catalog import catalog
from codercfg.check import check_environ
from codercfg.releases.release import Release, ReleaseError

PACKAGE = Path(__file__).parents[3] / "infra"


def test_the_public_name_is_loaded_on_first_use() -> None:
    code = (
        "import codercfg, sys; assert 'codercfg.check' not in sys.modules and 'pydantic' not in sys.modules;"
        "assert codercfg.check_environ({}, release='2.33').ok;"
        "heavy = {'pulumi', 'kubernetes', 'jinja2', 'ruamel', 'asyncio', 'rich', 'pydantic_settings', 'yaml', 're2', 'jsonschema'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60, cwd=PACKAGE)
    assert done.stdout.strip() == "[]"


def test_an_unknown_public_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        codercfg.nonsense  # noqa: B018


@pytest.mark.parametrize("text", ["", "2", "latest", "2.33.x"])
def test_what_is_no_release_is_refused(text: str) -> None:
    with pytest.raises(ReleaseError, match="a release is written"):
        check_environ({}, text)


def test_an_unknown_release_is_checked_as_the_nearest_known_one() -> None:
    [found] = [item for item in check_environ({"CODER_AI_GATEWAY_ENABLED": "true"}, "v2.36.0-rc.1").diagnostics if item.code == "REL003"]
    assert (found.severity.value, found.why) == ("warning", "it is checked as if it were 2.34: what changed since is not seen")
    assert "REL003" not in {item.code for item in check_environ({}, "2.33.7").diagnostics}


def test_the_report_holds_typed_values_and_what_was_set() -> None:
    report = check_environ({"CODER_OIDC_CLIENT_SECRET": "hunter2hunter2", "CODER_CACHE_DIRECTORY": "/a"}, "2.33")
    assert report.values is not None
    assert report.values.cache_directory == "/a"
    assert report.values.oidc.scopes is None
    assert report.effective() == {"cache_directory": "/a", "oidc.client_secret": "********"}
    assert report.effective(reveal=True)["oidc.client_secret"] == "hunter2hunter2"


def test_values_equal_those_of_a_validated_model() -> None:
    from codercfg.models.root import DeploymentValues

    report = check_environ({"CODER_CACHE_DIRECTORY": "/a", "CODER_OIDC_SCOPES": "a,b"}, "2.33")
    assert report.values == DeploymentValues.model_validate({"cache_directory": "/a", "oidc": {"scopes": ["a", "b"]}})


def test_there_are_no_values_when_something_could_not_be_read() -> None:
    report = check_environ({"CODER_CACHE_DIRECTORY": "/a", "CODER_VERBOSE": "yes"}, "2.33")
    assert report.values is None
    assert not report.ok


def test_a_yaml_file_that_may_not_be_read_is_said() -> None:
    report = check_environ({"CODER_CONFIG_PATH": "/etc/coder.yaml"}, "2.33")
    assert report.not_checked == ("the YAML file that CODER_CONFIG_PATH names, because no file may be read",)


def test_a_yaml_file_is_read_where_a_flag_names_it() -> None:
    files = {"/b.yaml": b"\xff\xfe" + "updateCheck: false\n".encode("utf-16-le")}
    report = check_environ({"CODER_CONFIG_PATH": "/a.yaml"}, "2.33", None, ("-c", "/b.yaml"), files.__getitem__)
    assert report.effective() == {"update_check": False}


def _no_file(path: str) -> bytes:
    raise FileNotFoundError(2, "No such file or directory", path)


def test_a_missing_yaml_file_is_fatal() -> None:
    [found] = check_environ({}, "2.33", None, ("--config=/a.yaml",), _no_file).errors
    assert (found.code, found.about, found.message) == (
        "YML009",
        ("--config",),
        "the YAML file that --config names cannot be read: No such file or directory",
    )


def test_providers_are_masked_unless_asked_for() -> None:
    prefix = "CODER_AI_GATEWAY_PROVIDER_0_"
    report = check_environ({f"{prefix}TYPE": "openai", f"{prefix}KEYS": "hunter2-a, hunter2-b"}, "2.34")
    assert report.providers()[0]["keys"] == ["********", "********"]
    assert report.providers(reveal=True)[0]["keys"] == ["hunter2-a", "hunter2-b"]
    assert report.providers()[0]["name"] == "openai"


CANARY = "cnry7Qx4Zt9Lm2"


def _leaks(report: object) -> bool:
    text = repr(report)
    return any(CANARY[start : start + 8] in text for start in range(len(CANARY) - 7))


def _shown(release: str, environ: dict[str, str]) -> tuple[object, ...]:
    report = check_environ(environ, release)
    return (report.diagnostics, report.effective(), report.providers(), report.not_checked, report.values)


@pytest.mark.parametrize("release", ["2.28", "2.33", "2.34"])
@pytest.mark.parametrize("shape", ["{}", "{}\n", '"{}', " {} ", "{},{}", "https://u:{}@h:x", "[{}", "%{}"])
def test_no_diagnostic_repeats_a_secret(release: str, shape: str) -> None:
    value = shape.replace("{}", CANARY)
    for option in catalog(Release.parse(release)).options:
        flag = f"--{option.record.flag}"
        for args in ((f"{flag}={value}",), (flag, value)):
            assert not _leaks(check_environ({}, release, None, args).diagnostics), option.record.flag
        if option.env:
            assert not _leaks(check_environ({option.env: value}, release).diagnostics), option.env
        if option.secret and option.env:
            assert not _leaks(_shown(release, {option.env: value})), option.env
        if option.record.yaml:
            assert not _leaks(check_environ({}, release, f"{option.record.yaml}: {value}\n").diagnostics), option.record.yaml


@pytest.mark.parametrize("shape", ["{}", "{}\n", " {} ", "{},{}", '"{}'])
def test_no_output_repeats_a_secret_of_an_indexed_family(shape: str) -> None:
    from codercfg.models.ai.provider import AIBridgeProviderConfig
    from codercfg.models.external_auth import ExternalAuthConfig
    from codercfg.options.family import members

    value = shape.replace("{}", CANARY)
    for prefix, model, release in (
        ("CODER_AIBRIDGE_PROVIDER_0_", AIBridgeProviderConfig, "2.33"),
        ("CODER_AI_GATEWAY_PROVIDER_0_", AIBridgeProviderConfig, "2.34"),
        ("CODER_EXTERNAL_AUTH_0_", ExternalAuthConfig, "2.33"),
    ):
        for member in members(model):
            environ = {f"{prefix}TYPE": "openai", f"{prefix}CLIENT_ID": "x", f"{prefix}{member.key.env}": value}
            report = check_environ(environ, release)
            if member.key.secret:
                assert not _leaks((report.diagnostics, report.providers(), report.external_auth(), report.values)), member
