from __future__ import annotations

import pytest

from codercfg.catalog.catalog import catalog
from codercfg.releases import table
from codercfg.releases.release import Release
from codercfg.upgrade.verdict import Effect, Standing, verdicts


def verdict(path: str, release: str, name: str) -> tuple[str, str, str, str]:
    found = next(item for item in verdicts(path, Release.parse(release)) if item.name == name)
    return (found.standing.value, found.effect.value, found.code, found.other)


@pytest.mark.parametrize(
    ("path", "release", "name", "expected"),
    [
        ("ai.bridge.enabled", "2.33.1", "CODER_AIBRIDGE_ENABLED", ("read", "read", "", "")),
        ("ai.bridge.enabled", "2.33.1", "CODER_AI_GATEWAY_ENABLED", ("added-later", "ignored", "ENV004", "2.34")),
        ("ai.bridge.enabled", "2.33.1", "--ai-gateway-enabled", ("added-later", "fatal", "ARG001", "2.34")),
        ("ai.bridge.enabled", "2.33.1", "ai_gateway.enabled", ("added-later", "fatal", "YML003", "2.34")),
        ("ai.bridge.enabled", "2.34.1", "CODER_AIBRIDGE_ENABLED", ("renamed", "read", "", "CODER_AI_GATEWAY_ENABLED")),
        ("ai.bridge.enabled", "2.34.1", "--aibridge-enabled", ("renamed", "read", "", "--ai-gateway-enabled")),
        ("ai.bridge.openai.key", "2.34.1", "CODER_AI_GATEWAY_OPENAI_KEY", ("seed-only", "read", "", "")),
        ("ai.bridge.openai.key", "2.38.0", "CODER_AI_GATEWAY_OPENAI_KEY", ("removed", "ignored", "ENV004", "")),
        ("ai.bridge.openai.base_url", "2.38.0", "ai_gateway.openai_base_url", ("removed", "fatal", "YML003", "")),
        ("ai.bridge.anthropic.base_url", "2.28.0", "aibridge.base_url", ("removed", "fatal", "YML003", "")),
        ("config_ssh.DeploymentName", "2.33.1", "CODER_SSH_HOSTNAME_PREFIX", ("deprecated", "read", "", "CODER_WORKSPACE_HOSTNAME_SUFFIX")),
        ("ai.bridge.providers", "2.32.0", "CODER_AIBRIDGE_PROVIDER_<N>_<KEY>", ("added-later", "ignored", "AIP006", "2.33")),
        ("ai.bridge.providers", "2.33.1", "CODER_AIBRIDGE_PROVIDER_<N>_<KEY>", ("read", "read", "", "")),
        ("ai.bridge.providers", "2.36.0", "CODER_AI_GATEWAY_PROVIDER_<N>_<KEY>", ("seed-only", "read", "", "")),
        ("ai.bridge.providers", "2.38.0", "CODER_AI_GATEWAY_PROVIDER_<N>_<KEY>", ("removed", "ignored", "AIP006", "")),
        ("external_auth", "2.33.1", "CODER_GITAUTH_<N>_<KEY>", ("renamed", "read", "", "CODER_EXTERNAL_AUTH_<N>_<KEY>")),
    ],
)
def test_a_release_stands_to_a_name_as_recorded(path: str, release: str, name: str, expected: tuple[str, ...]) -> None:
    assert verdict(path, release, name) == expected


@pytest.mark.parametrize("series", table.known_series())
def test_every_name_of_a_release_is_read_by_it_and_every_other_is_not(series: str) -> None:
    release = Release.parse(series)
    known = catalog(release)
    names = {*known.by_env, *(f"--{flag}" for flag in known.by_flag), *known.by_yaml}
    for path in known.by_path:
        for item in verdicts(path, release) if path != "external_auth" else ():
            assert (item.effect is Effect.READ) == (item.name in names), item


def test_to_be_ignored_and_to_stop_the_server_are_different_codes() -> None:
    found = verdicts("ai.bridge.bedrock.region", Release.parse("2.38"))
    codes = {item.effect: {other.code for other in found if other.effect is item.effect} for item in found}

    assert codes == {Effect.IGNORED: {"ENV004"}, Effect.FATAL: {"ARG001", "YML003"}}
    assert {item.standing for item in found} == {Standing.REMOVED}


def test_a_path_that_is_none_has_no_names() -> None:
    assert verdicts("no.such.option", Release.parse("2.33")) == ()


def test_a_verdict_is_a_sentence() -> None:
    found = {item.name: item.sentence for item in verdicts("ai.bridge.enabled", Release.parse("2.33.1"))}

    assert found["--ai-gateway-enabled"] == "added in 2.34, the server will not start"
    assert found["CODER_AI_GATEWAY_ENABLED"] == "added in 2.34, silently ignored"
    assert found["CODER_AIBRIDGE_ENABLED"] == "read"
