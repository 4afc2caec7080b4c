"""Secrets that others keep: what stands for them among the objects, and what a rotation changes."""

from __future__ import annotations

from typing import Any

import pytest

from codercfg.kubernetes_objects.names import rotation_annotation, secret_name
from codercfg.stack_check import check_stack
from unit.kubernetes_objects.rendering import CASES, case, codes, environment, found, rendered, stack_of

NAME = "secrets_of_others"
TEXT = (CASES / NAME / "stack.yaml").read_text(encoding="utf-8")
SECRETS = {"deployment.scim_api_key": "made-up-scim-token"}


def differences(before: Any, after: Any, path: str = "") -> list[str]:
    """Paths at which two values differ."""
    if isinstance(before, dict) and isinstance(after, dict):
        return [item for key in sorted({*before, *after}) for item in differences(before.get(key), after.get(key), f"{path}/{key}")]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return [item for index, pair in enumerate(zip(before, after, strict=True)) for item in differences(*pair, f"{path}[{index}]")]
    return [] if before == after else [path]


def changed(before: str, after: str) -> dict[str, list[str]]:
    """By object, the paths that differ between the manifests of two stacks."""
    made = [
        {(item["kind"], item["metadata"]["name"]): item for item in rendered(stack_of(text, SECRETS), "write").manifests}
        for text in (before, after)
    ]
    assert made[0].keys() == made[1].keys()
    pairs = {f"{kind} {name}": differences(item, made[1][kind, name]) for (kind, name), item in made[0].items()}
    return {key: paths for key, paths in pairs.items() if paths}


POD = "/spec/template/metadata/annotations/codercfg/rotation-"


@pytest.mark.parametrize(
    ("written", "instead", "variable"),
    [
        ("rotation: 2026-Q4", "rotation: 2027-Q1", "CODER_PG_CONNECTION_URL"),
        ("rotation: 2}", "rotation: 3}", "CODER_EXTERNAL_AUTH_1_CLIENT_SECRET"),
        (", rotation: 2}", "}", "CODER_EXTERNAL_AUTH_1_CLIENT_SECRET"),
        ("name: git-logins, key: github", "name: git-logins, key: github, rotation: x", "CODER_EXTERNAL_AUTH_0_CLIENT_SECRET"),
    ],
)
def test_a_rotation_changes_one_annotation_of_the_pods_and_nothing_else(written: str, instead: str, variable: str) -> None:
    assert changed(TEXT, TEXT.replace(written, instead)) == {"Deployment coder": [POD + variable]}


def test_a_rotation_in_a_store_is_fetched_at_once() -> None:
    """The operator reads a store again when an annotation of its ExternalSecret changes."""
    assert changed(TEXT, TEXT.replace("2026-11", "2026-12")) == {
        "Deployment coder": [f"{POD}CODER_OIDC_CLIENT_SECRET"],
        "ExternalSecret coder-store-vault": ["/metadata/annotations/codercfg/rotation-CODER_OIDC_CLIENT_SECRET"],
    }


def test_a_value_of_our_own_changes_one_key_and_one_fingerprint() -> None:
    one, other = (rendered(stack_of(TEXT, {"deployment.scim_api_key": value}), "write") for value in ("made-up-a", "made-up-b"))
    paths = [differences(*pair) for pair in zip(one.manifests, other.manifests, strict=True)]

    assert [item for item in paths if item] == [
        ["/data/CODER_SCIM_AUTH_HEADER"],
        ["/spec/template/metadata/annotations/codercfg/secret-coder"],
    ]


@pytest.mark.parametrize(
    ("written", "instead", "objects"),
    [
        ("prod/coder/psk", "prod/coder/psk2", ["ExternalSecret coder-store-vault"]),
        ("version: 3", "version: 4", ["ExternalSecret coder-cluster-store-vault"]),
        ("refreshInterval: 15m", "refreshInterval: 2h", ["ExternalSecret coder-cluster-store-vault", "ExternalSecret coder-store-vault"]),
        ("name: database, key: url", "name: database, key: dsn", ["Deployment coder"]),
    ],
)
def test_a_changed_reference_touches_what_refers_to_it(written: str, instead: str, objects: list[str]) -> None:
    assert list(changed(TEXT, TEXT.replace(written, instead))) == objects


@pytest.mark.parametrize("mode", ["write", "tokens"])
def test_what_stands_for_others_secrets_is_the_same_in_every_mode(mode: Any) -> None:
    stack = case(NAME, SECRETS)
    others = [item for item in rendered(stack, mode).manifests if item["kind"] == "ExternalSecret"]

    assert others == [item for item in rendered(stack).manifests if item["kind"] == "ExternalSecret"]
    assert len(others) == 2


def test_pods_read_each_secret_where_it_will_be() -> None:
    objects = rendered(case(NAME))
    read = {(item["secretKeyRef"]["name"], item["secretKeyRef"]["key"]) for item in environment(objects).values() if "secretKeyRef" in item}
    made = {
        (item["spec"]["target"]["name"], entry["secretKey"])
        for item in objects.manifests
        if item["kind"] == "ExternalSecret"
        for entry in item["spec"]["data"]
    }

    assert made <= read
    assert read - made == {
        ("coder", "CODER_SCIM_AUTH_HEADER"),
        ("database", "url"),
        ("git-logins", "github"),
        ("git-logins", "gitlab"),
    }


def test_a_stack_without_references_has_nothing_of_theirs() -> None:
    objects = rendered(case("trial"))

    assert not [item for item in objects.manifests if item["kind"] == "ExternalSecret"]
    assert not {"K8S041", "K8S042"} & set(codes(objects))


def test_a_reference_to_the_secret_of_a_store_needs_a_key_that_is_copied() -> None:
    wrong = TEXT.replace("name: database, key: url", "name: coder-store-vault, key: url")
    right = TEXT.replace("name: database, key: url", "name: coder-store-vault, key: CODER_OIDC_CLIENT_SECRET")

    assert "K8S030" in codes(rendered(stack_of(wrong)))
    assert "K8S030" not in codes(rendered(stack_of(right)))


def test_names_stay_within_what_kubernetes_takes() -> None:
    long = [f"store-{'a' * 60}.{'b' * 60}.{'c' * 60}.{'d' * 60}{end}" for end in "xy"]
    names = [secret_name("coder", owner) for owner in long]
    annotations = [
        rotation_annotation(f"CODER_AI_GATEWAY_PROVIDER_1{number}_BEDROCK_ACCESS_KEY_SECRETS_OF_A_LATER_RELEASE") for number in "01"
    ]

    assert len(set(names)) == len(set(annotations)) == 2
    assert all(len(name) <= 253 for name in names)
    assert all(len(name.partition("/")[2]) <= 63 for name in annotations)
    assert rotation_annotation("CODER_OIDC_CLIENT_SECRET") == "codercfg/rotation-CODER_OIDC_CLIENT_SECRET"


@pytest.mark.parametrize("interval", ["0", "15m", "1h30m", "1.5h"])
def test_intervals_that_the_operator_reads(interval: str) -> None:
    objects = rendered(stack_of(TEXT.replace("15m", f'"{interval}"')))

    assert found(objects, "ExternalSecret", "coder-store-vault")["spec"]["refreshInterval"] == interval


@pytest.mark.parametrize("interval", ["1d", "-1h", "15", "m", "", "1h "])
def test_intervals_that_it_does_not(interval: str) -> None:
    (finding,) = check_stack(TEXT.replace("15m", f'"{interval}"')).errors

    assert (finding.code, finding.path, finding.origin.line) == ("STK033", "kubernetes.externalSecrets.refreshInterval", 24)
