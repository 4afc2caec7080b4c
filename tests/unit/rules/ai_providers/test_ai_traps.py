"""What a naive check of AI providers gets wrong, each with a configuration that fails and one that passes."""

from __future__ import annotations

import pytest

from codercfg.check import check_environ
from codercfg.diagnostics.diagnostic import Severity

ERROR, WARNING, INFO, NOTHING = Severity.ERROR, Severity.WARNING, Severity.INFO, None
ON = {"CODER_AIBRIDGE_ENABLED": "true"}


def _provider(index: int = 0, /, prefix: str = "CODER_AIBRIDGE_PROVIDER_", **keys: str) -> dict[str, str]:
    return {f"{prefix}{index}_{key}": value for key, value in keys.items()}


def _gateway(index: int = 0, /, **keys: str) -> dict[str, str]:
    return _provider(index, prefix="CODER_AI_GATEWAY_PROVIDER_", **keys)


def _severity(environ: dict[str, str], release: str, code: str) -> Severity | None:
    return next((item.severity for item in check_environ(environ, release).diagnostics if item.code == code), None)


@pytest.mark.parametrize(
    ("release", "code", "environ", "expected"),
    [
        # The list is read even when the gateway is off; the conflict with the older options is looked for only when it is on.
        ("2.33", "AIP101", _provider(NAME="x"), ERROR),
        ("2.33", "AIP101", _provider(TYPE="openai"), NOTHING),
        ("2.33", "AIP107", {**_provider(TYPE="openai"), "CODER_AIBRIDGE_OPENAI_KEY": "k"}, WARNING),
        ("2.33", "AIP107", {**ON, **_provider(TYPE="openai"), "CODER_AIBRIDGE_OPENAI_KEY": "k"}, ERROR),
        ("2.34", "AIP107", {"CODER_AI_GATEWAY_ENABLED": "false", **_gateway(TYPE="openai"), "CODER_AI_GATEWAY_OPENAI_KEY": "k"}, ERROR),
        # Conflicts are by name, not by type.
        ("2.33", "AIP107", {**ON, **_provider(TYPE="anthropic", NAME="openai"), "CODER_AIBRIDGE_OPENAI_KEY": "k"}, ERROR),
        ("2.33", "AIP107", {**ON, **_provider(TYPE="openai", NAME="team-a"), "CODER_AIBRIDGE_OPENAI_KEY": "k"}, NOTHING),
        # Older Bedrock settings conflict under the name anthropic; model ids do not count.
        ("2.33", "AIP107", {**ON, **_provider(TYPE="anthropic"), "CODER_AIBRIDGE_BEDROCK_REGION": "r"}, ERROR),
        ("2.33", "AIP107", {**ON, **_provider(TYPE="anthropic"), "CODER_AIBRIDGE_BEDROCK_MODEL": "m"}, NOTHING),
        # Names default to the type; uniqueness is exact.
        ("2.33", "AIP103", {**_provider(0, TYPE="copilot"), **_provider(1, TYPE="copilot", NAME="")}, ERROR),
        ("2.33", "AIP103", {**_provider(0, TYPE="openai"), **_provider(1, TYPE="openai", NAME="OpenAI")}, NOTHING),
        # The rule for characters holds at run time in 2.33 and at start from 2.34.
        ("2.33", "AIP104", _provider(TYPE="openai", NAME="Bad_Name"), WARNING),
        ("2.34", "AIP104", _gateway(TYPE="openai", NAME="Bad_Name"), ERROR),
        ("2.34", "AIP104", _gateway(TYPE="openai", NAME="x\n"), ERROR),
        ("2.34", "AIP104", _gateway(TYPE="openai", NAME="a" * 200), NOTHING),
        ("2.34", "AIP105", _gateway(TYPE="openai", NAME="proxy"), WARNING),
        ("2.34", "AIP105", _gateway(TYPE="openai", NAME="sessions"), INFO),
        # The type is compared exactly, and releases know different ones.
        ("2.33", "AIP102", _provider(TYPE="OpenAI"), ERROR),
        ("2.33", "AIP102", _provider(TYPE="bedrock"), ERROR),
        ("2.34", "AIP102", _gateway(TYPE="bedrock", BEDROCK_REGION="r"), NOTHING),
        # A list of keys is one key in 2.33 and a list from 2.34 on.
        ("2.33", "AIP113", _provider(TYPE="openai", KEYS="a,b"), WARNING),
        ("2.34", "AIP113", _gateway(TYPE="openai", KEYS="a,b"), NOTHING),
        ("2.34", "AIP110", _gateway(TYPE="openai", KEYS="a, a"), ERROR),
        ("2.34", "AIP111", _gateway(TYPE="openai", KEYS="a,b,c,d,e,f"), ERROR),
        ("2.34", "AIP111", _gateway(TYPE="openai", KEYS="a,b,c,d,e"), NOTHING),
        ("2.33", "AIP108", _provider(TYPE="openai", KEY="a", KEYS="b"), WARNING),
        ("2.34", "AIP108", _gateway(TYPE="openai", KEY="", KEYS="b"), ERROR),
        ("2.34", "AIP109", _gateway(TYPE="openai", KEY="", KEYS="b"), NOTHING),
        # An empty key is no key in 2.33 and fatal from 2.34 on, on every type.
        ("2.33", "AIP109", _provider(TYPE="openai", KEY=""), WARNING),
        ("2.34", "AIP109", _gateway(TYPE="openai", KEY=" "), ERROR),
        ("2.34", "AIP109", _gateway(TYPE="google", BEDROCK_ACCESS_KEY=""), ERROR),
        ("2.34", "AIP109", _gateway(TYPE="openai"), NOTHING),
        # Bedrock keys on another type are fatal; a key on Copilot is only from 2.34 on.
        ("2.33", "AIP106", _provider(TYPE="openai", BEDROCK_MODEL="m"), ERROR),
        ("2.34", "AIP106", _gateway(TYPE="openai", BEDROCK_MODEL="m"), NOTHING),
        ("2.34", "AIP106", _gateway(TYPE="openai", BEDROCK_REGION=""), NOTHING),
        ("2.33", "AIP114", _provider(TYPE="copilot", KEY="k"), WARNING),
        ("2.34", "AIP114", _gateway(TYPE="copilot", KEY="k"), ERROR),
        # Indexed Bedrock needs both model ids and an address, and nothing says so at start.
        ("2.33", "AIP117", _provider(TYPE="anthropic", BEDROCK_REGION="r", BEDROCK_MODEL="m"), WARNING),
        ("2.33", "AIP117", _provider(TYPE="anthropic", BEDROCK_MODEL="m"), NOTHING),
        ("2.33", "AIP118", _provider(TYPE="anthropic", BEDROCK_ACCESS_KEY="a", BEDROCK_ACCESS_KEY_SECRET="s"), WARNING),
        ("2.34", "AIP116", _gateway(TYPE="bedrock", BEDROCK_MODEL="m"), ERROR),
        ("2.34", "AIP116", _gateway(TYPE="bedrock", BEDROCK_BASE_URL="https://b.example.com"), NOTHING),
        ("2.33", "AIP112", _provider(TYPE="anthropic", BEDROCK_ACCESS_KEY="a"), WARNING),
        ("2.34", "AIP112", _gateway(TYPE="bedrock", BEDROCK_ACCESS_KEYS="a,b", BEDROCK_ACCESS_KEY_SECRETS="c"), ERROR),
        ("2.34", "AIP112", _gateway(TYPE="bedrock", BEDROCK_ACCESS_KEYS="a,b", BEDROCK_ACCESS_KEY_SECRETS="c,d"), NOTHING),
        ("2.33", "AIP115", _provider(TYPE="anthropic", KEY="k", BEDROCK_REGION="r"), WARNING),
        ("2.34", "AIP115", _gateway(TYPE="anthropic", KEY="k", BEDROCK_REGION="r"), ERROR),
        ("2.34", "AIP115", _gateway(TYPE="anthropic", KEY="k", BEDROCK_MODEL="m"), NOTHING),
        ("2.33", "AIP119", {"CODER_AIBRIDGE_ANTHROPIC_KEY": "k", "CODER_AIBRIDGE_BEDROCK_REGION": "r"}, WARNING),
        ("2.34", "AIP119", {"CODER_AI_GATEWAY_ANTHROPIC_KEY": "k", "CODER_AI_GATEWAY_BEDROCK_REGION": "r"}, ERROR),
        ("2.34", "AIP119", {"CODER_AI_GATEWAY_ANTHROPIC_KEY": "k", "CODER_AI_GATEWAY_BEDROCK_MODEL": "m"}, NOTHING),
        # A stored Anthropic provider with Bedrock keys differs at the second start.
        ("2.34", "AIP120", _gateway(TYPE="anthropic", BEDROCK_REGION="r"), WARNING),
        ("2.34", "AIP120", {"CODER_AI_GATEWAY_PROXY_ENABLED": "true", **_gateway(TYPE="anthropic", BEDROCK_REGION="r")}, ERROR),
        ("2.34", "AIP120", _gateway(TYPE="bedrock", BEDROCK_REGION="r"), NOTHING),
        # Keys of the process leak into providers without one, up to 2.33.
        ("2.33", "AIP126", {**_provider(TYPE="anthropic"), "ANTHROPIC_API_KEY": "k"}, WARNING),
        ("2.33", "AIP126", {**_provider(TYPE="anthropic", KEY="k"), "ANTHROPIC_API_KEY": "k"}, NOTHING),
        ("2.34", "AIP126", {**_gateway(TYPE="anthropic"), "ANTHROPIC_API_KEY": "k"}, NOTHING),
        # Built-in providers are gone; a base URL alone makes none.
        ("2.33", "AIG014", ON, WARNING),
        ("2.33", "AIG014", {**ON, **_provider(TYPE="copilot")}, NOTHING),
        ("2.32", "AIG014", ON, NOTHING),
        ("2.33", "AIP127", {"CODER_AIBRIDGE_OPENAI_BASE_URL": "https://x.example.com"}, WARNING),
        ("2.33", "AIP127", {"CODER_AIBRIDGE_OPENAI_BASE_URL": "https://x.example.com", "CODER_AIBRIDGE_OPENAI_KEY": "k"}, NOTHING),
        # From 2.34 on the list is a seed, from 2.38 on it is nothing.
        ("2.34", "AIP121", _gateway(TYPE="openai"), WARNING),
        ("2.33", "AIP121", _provider(TYPE="openai"), NOTHING),
        ("2.34", "AIP121", {"CODER_AI_GATEWAY_OPENAI_KEY": "k"}, WARNING),
        ("2.38", "AIP122", {"CODER_AI_GATEWAY_OPENAI_KEY": "k"}, WARNING),
        ("2.37", "AIP122", {"CODER_AI_GATEWAY_OPENAI_KEY": "k"}, NOTHING),
    ],
)
def test_a_trap(release: str, code: str, environ: dict[str, str], expected: Severity | None) -> None:
    assert _severity(environ, release, code) is expected


@pytest.mark.parametrize("release", ["2.27", "2.32"])
def test_older_releases_ignore_the_list_even_when_it_is_malformed(release: str) -> None:
    report = check_environ({**ON, **_provider(3, TYPE="nonsense")}, release)
    assert [item.code for item in report.errors] == []


def test_an_unknown_type_is_reported_without_what_follows_from_it() -> None:
    report = check_environ(_provider(TYPE="bedrock", BEDROCK_REGION="r", KEY="k"), "2.33")
    assert [item.code for item in report.diagnostics if item.code.startswith("AIP")] == ["AIP102"]


def test_a_conflict_names_both_sides_and_both_places() -> None:
    environ = {**ON, **_provider(TYPE="copilot", NAME="anthropic"), "CODER_AIBRIDGE_BEDROCK_REGION": "r"}
    found = next(item for item in check_environ(environ, "2.33").errors if item.code == "AIP107")
    assert found.about == ("CODER_AIBRIDGE_BEDROCK_REGION", "CODER_AIBRIDGE_PROVIDER_0_NAME", "CODER_AIBRIDGE_PROVIDER_0_TYPE")
    assert [str(item.origin) for item in found.related] == ["CODER_AIBRIDGE_BEDROCK_REGION"]
    assert found.message == "`CODER_AIBRIDGE_PROVIDER_0_NAME` gives the same name as `CODER_AIBRIDGE_BEDROCK_REGION`"
