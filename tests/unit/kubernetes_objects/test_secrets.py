"""Where secret values go, and where they never do."""

from __future__ import annotations

import json
from base64 import b64decode
from typing import Any

import pytest

from codercfg.kubernetes_objects.fingerprint import fingerprint
from codercfg.kubernetes_objects.render import render_objects
from codercfg.values.secret import Ciphertext, SecretText
from unit.kubernetes_objects.rendering import PASSWORD, case, environment, found, rendered

CANARY = "Zq7-canary-Zq7"
SECRETS = {
    "deployment.oidc.client_secret": f"{CANARY}-oidc",
    "deployment.external_auth[0].client_secret": f"{CANARY}-github",
    "deployment.ai.bridge.providers[1].key": f"{CANARY}-own",
}


def pod_annotations(objects: Any) -> dict[str, str]:
    made: dict[str, str] = found(objects, "Deployment")["spec"]["template"]["metadata"].get("annotations", {})
    return made


def test_each_owner_has_a_secret_whose_keys_are_the_variables() -> None:
    objects = rendered(case("production", SECRETS), "write")
    secrets = {item["metadata"]["name"]: item["data"] for item in objects.manifests if item["kind"] == "Secret"}

    assert {name: {key: b64decode(value).decode() for key, value in data.items()} for name, data in secrets.items()} == {
        "coder": {"CODER_OIDC_CLIENT_SECRET": f"{CANARY}-oidc"},
        "coder-ai-providers": {"CODER_AIBRIDGE_PROVIDER_1_KEY": f"{CANARY}-own"},
        "coder-external-auth": {"CODER_EXTERNAL_AUTH_0_CLIENT_SECRET": f"{CANARY}-github"},
    }


def test_variables_refer_to_secrets_by_literal_name_and_key() -> None:
    variables = environment(rendered(case("production", SECRETS), "write"))

    assert variables["CODER_OIDC_CLIENT_SECRET"] == {"secretKeyRef": {"name": "coder", "key": "CODER_OIDC_CLIENT_SECRET"}}
    assert variables["CODER_AIBRIDGE_PROVIDER_0_KEY"] == {"secretKeyRef": {"name": "llm-keys", "key": "eu"}}


@pytest.mark.parametrize("mode", ["omit", "tokens"])
def test_no_value_is_in_what_is_not_asked_to_hold_it(mode: Any) -> None:
    objects = rendered(case("production", SECRETS), mode)
    seen = json.dumps(objects.manifests) + repr(objects) + "".join(map(repr, objects.diagnostics))

    assert CANARY not in seen
    assert "WnE3LWNhbmFye" not in seen  # the beginning in base64


def test_written_values_are_in_secrets_only() -> None:
    objects = rendered(case("production", SECRETS), "write")
    others = [item for item in objects.manifests if item["kind"] != "Secret"]

    assert "canary" not in json.dumps(others) + repr(objects.diagnostics)


def test_tokens_stand_for_values_one_for_one() -> None:
    objects = rendered(case("production", SECRETS), "tokens")
    tokens = [token for item in objects.manifests if item["kind"] == "Secret" for token in item["data"].values()]

    assert sorted(tokens) == sorted(objects.secret_tokens)
    assert {value.reveal() for value in objects.secret_tokens.values() if isinstance(value, SecretText)} == set(SECRETS.values())


def test_tokens_stand_for_ciphertext_too() -> None:
    objects = rendered(case("production"), "tokens")

    assert {type(value) for value in objects.secret_tokens.values()} == {Ciphertext}
    assert pod_annotations(objects) == {}


def test_pods_roll_when_a_secret_changes_and_say_which() -> None:
    before = pod_annotations(rendered(case("production", SECRETS), "write"))
    after = pod_annotations(rendered(case("production", {**SECRETS, "deployment.oidc.client_secret": "other"}), "write"))

    assert sorted(before) == ["codercfg/secret-coder", "codercfg/secret-coder-ai-providers", "codercfg/secret-coder-external-auth"]
    assert [name for name in before if before[name] != after[name]] == ["codercfg/secret-coder"]


def test_without_a_key_there_is_no_fingerprint() -> None:
    assert pod_annotations(render_objects(case("production", SECRETS), "write")) == {}


def test_a_fingerprint_depends_on_the_key_and_on_where_values_end() -> None:
    values = {"A": SecretText("bc"), "D": SecretText("")}
    moved = {"A": SecretText("b"), "D": SecretText("c")}

    assert fingerprint(b"1", values) == fingerprint(b"1", dict(reversed(values.items())))
    assert len({fingerprint(b"1", values), fingerprint(b"2", values), fingerprint(b"1", moved), None}) == 4
    assert fingerprint(b"1", {"A": Ciphertext("v1:x")}) is None


def test_the_trial_database_and_the_server_share_a_password() -> None:
    objects = rendered(case("trial"), "write")
    url = b64decode(found(objects, "Secret")["data"]["CODER_PG_CONNECTION_URL"]).decode()

    assert b64decode(found(objects, "Secret", "coder-postgres")["data"]["POSTGRES_PASSWORD"]).decode() == PASSWORD.reveal()
    assert url == "postgres://coder:made-for-the-test%2F%2B@coder-postgres.coder.svc.cluster.local:5432/coder?sslmode=disable"
    assert list(pod_annotations(objects)) == ["codercfg/secret-coder"]


def test_the_trial_database_needs_its_password_where_secrets_are_written() -> None:
    with pytest.raises(ValueError, match="needs `postgres_password`"):
        render_objects(case("trial"), "write")


def test_omitted_secrets_are_named_with_their_keys() -> None:
    messages = [item.message for item in rendered(case("trial")).diagnostics if item.code == "K8S010"]

    assert messages == [
        "the Secret `coder-postgres` is left out: it must exist in the namespace `coder` with `POSTGRES_PASSWORD`",
        "the Secret `coder` is left out: it must exist in the namespace `coder` with `CODER_PG_CONNECTION_URL`",
    ]
