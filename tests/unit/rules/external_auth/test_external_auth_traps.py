"""What a naive check of external-auth providers gets wrong."""

from __future__ import annotations

import pytest

from codercfg.check import check_environ
from codercfg.diagnostics.diagnostic import Severity

ERROR, WARNING, INFO, NOTHING = Severity.ERROR, Severity.WARNING, Severity.INFO, None


def _provider(index: int = 0, /, prefix: str = "CODER_EXTERNAL_AUTH_", **keys: str) -> dict[str, str]:
    usual = {"CLIENT_ID": "abc", "CLIENT_SECRET": "made-up"}
    return {f"{prefix}{index}_{key}": value for key, value in (usual | keys).items()}


@pytest.mark.parametrize(
    ("release", "code", "environ", "expected"),
    [
        # Presence counts: one empty variable makes a provider.
        ("2.33", "EXT101", {"CODER_EXTERNAL_AUTH_0_ID": ""}, ERROR),
        ("2.33", "EXT102", _provider(ID="", TYPE=""), ERROR),
        ("2.33", "EXT102", _provider(ID="", TYPE="github"), NOTHING),
        # Set-but-empty lists are lists of one empty item.
        ("2.33", "EXT109", _provider(TYPE="github", SCOPES=""), WARNING),
        ("2.33", "EXT109", _provider(TYPE="github", SCOPES="repo  workflow"), WARNING),
        ("2.33", "EXT109", _provider(TYPE="github", SCOPES="repo workflow"), NOTHING),
        ("2.33", "EXT109", _provider(TYPE="gitlab", PKCE_METHODS=""), WARNING),
        ("2.29", "EXT109", _provider(TYPE="gitlab", PKCE_METHODS=""), NOTHING),
        # A short path crashes the server.
        ("2.27", "EXT107", _provider(TYPE="azure-devops-entra", AUTH_URL="https://login.example.com/tenant"), ERROR),
        ("2.33", "EXT107", _provider(TYPE="azure-devops-entra", AUTH_URL="https://login.example.com/tenant/oauth2"), ERROR),
        ("2.33", "EXT107", _provider(TYPE="Azure-DevOps-Entra", AUTH_URL="not a url"), ERROR),
        ("2.31", "EXT107", _provider(ID="x", TYPE="Azure-DevOps-Entra", AUTH_URL="not a url"), NOTHING),
        ("2.33", "EXT107", _provider(TYPE="azure-devops-entra", AUTH_URL="https://login.example.com/t/oauth2/authorize"), NOTHING),
        ("2.33", "EXT107", _provider(TYPE="azure-devops-entra"), NOTHING),
        # Ids: 1 to 32 characters, reserved words, case counts.
        ("2.33", "EXT103", _provider(TYPE="github", ID="x" * 33), ERROR),
        ("2.33", "EXT103", _provider(TYPE="github", ID="x" * 32), NOTHING),
        ("2.33", "EXT103", _provider(TYPE="github", ID="create"), ERROR),
        ("2.33", "EXT103", _provider(TYPE="github", ID="a--b"), ERROR),
        ("2.33", "EXT103", _provider(TYPE="github", ID="a\n"), ERROR),
        ("2.33", "EXT103", _provider(TYPE="gitHub "), ERROR),
        ("2.33", "EXT104", {**_provider(0, TYPE="github"), **_provider(1, TYPE="github", ID="github")}, ERROR),
        ("2.33", "EXT104", {**_provider(0, TYPE="github"), **_provider(0, prefix="CODER_GITAUTH_", TYPE="github")}, ERROR),
        ("2.33", "EXT104", {**_provider(0, TYPE="github"), **_provider(1, TYPE="github", ID="GitHub")}, NOTHING),
        # The device flow needs an address, which only GitHub has by default, written as the release compares it.
        ("2.33", "EXT106", _provider(TYPE="gitlab", DEVICE_FLOW="true"), ERROR),
        ("2.33", "EXT106", _provider(TYPE="GitHub", DEVICE_FLOW="true"), NOTHING),
        ("2.31", "EXT106", _provider(TYPE="GitHub", DEVICE_FLOW="true"), ERROR),
        ("2.33", "EXT106", _provider(TYPE="gitlab", DEVICE_FLOW="false"), NOTHING),
        # RE2 is not Python's re.
        ("2.33", "EXT105", _provider(TYPE="github", REGEX="(?!x)y"), ERROR),
        ("2.33", "EXT105", _provider(TYPE="github", MCP_TOOL_DENY_REGEX="["), ERROR),
        ("2.33", "EXT105", _provider(TYPE="github", REGEX=""), NOTHING),
        # Types are words of any kind; what looks like a known one is worth a question.
        ("2.33", "EXT112", _provider(ID="x", TYPE="gitlb"), WARNING),
        ("2.33", "EXT112", _provider(ID="x", TYPE="keycloak"), NOTHING),
        ("2.33", "EXT112", _provider(TYPE="GITLAB"), NOTHING),
        ("2.31", "EXT112", _provider(TYPE="GITLAB"), WARNING),
        ("2.33", "EXT112", _provider(TYPE="Azure-DevOps"), WARNING),
        # Defaults that stay on the public service.
        ("2.33", "EXT110", _provider(TYPE="gitlab", AUTH_URL="https://git.example.com/oauth/authorize"), WARNING),
        ("2.34", "EXT110", _provider(TYPE="gitlab", AUTH_URL="https://git.example.com/oauth/authorize"), NOTHING),
        ("2.34", "EXT110", _provider(TYPE="github", AUTH_URL="https://github.com/login/oauth/authorize"), NOTHING),
        ("2.34", "EXT110", _provider(TYPE="azure-devops-entra", AUTH_URL="https://login.example.com/t/oauth2/authorize"), NOTHING),
        ("2.34", "EXT111", _provider(ID="x", TYPE="custom", AUTH_URL="https://x.example.com/a"), WARNING),
        ("2.34", "EXT111", _provider(ID="x", TYPE="jfrog", AUTH_URL="https://x.example.com/a"), NOTHING),
        ("2.34", "EXT108", _provider(TYPE="github", CLIENT_SECRET=""), WARNING),
        ("2.34", "EXT108", _provider(TYPE="github", CLIENT_SECRET="", DEVICE_FLOW="true"), NOTHING),
        ("2.34", "EXT113", _provider(TYPE="github", MCP_URL="https://mcp.example.com"), INFO),
        ("2.34", "EXT114", _provider(prefix="CODER_GITAUTH_", TYPE="github"), INFO),
    ],
)
def test_a_trap(release: str, code: str, environ: dict[str, str], expected: Severity | None) -> None:
    found = check_environ(environ, release).diagnostics
    assert next((item.severity for item in found if item.code == code), None) is expected


def test_a_list_of_the_server_s_yaml_meets_the_same_rules() -> None:
    text = "externalAuthProviders:\n  - type: github\n    client_id: abc\n    regex: '(?=x)'\n"
    found = check_environ({"CODER_CONFIG_PATH": "/etc/coder.yaml"}, "2.33", config_yaml=text).errors
    assert [(item.code, item.about) for item in found] == [("EXT105", ("externalAuthProviders",))]
    assert "`externalAuthProviders[0].regex`" in found[0].message


def test_an_empty_provider_gives_one_finding_for_each_thing_that_is_missing() -> None:
    found = check_environ({"CODER_EXTERNAL_AUTH_0_ID": ""}, "2.33").errors
    assert [item.code for item in found] == ["EXT101", "EXT102"]
    assert {item.about for item in found} == {("CODER_EXTERNAL_AUTH_0_ID",)}
