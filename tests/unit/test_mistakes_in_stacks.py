"""Mistakes that were found in public deployments and that only a stack can make: variables, secrets and images of the pods."""

from __future__ import annotations

from hashlib import md5, sha1, sha256, sha512
from typing import Any

import pytest

import codercfg
from codercfg.values.secret import SecretText

HEAD = 'config:\n  coder:release: "2.33.1"\n'
URL = "access_url: https://coder.example.com"
SECRET = "hunter2-hunter2-hunter2"


def stack(kubernetes: str = "{}", deployment: str = "", env: str = "") -> str:
    options = f"{{{URL}, pg_connection_url: {{secretRef: {{name: database, key: url}}}}{deployment and ', '}{deployment}}}"
    own = f"  coder:env: {env}\n" if env else ""
    return f"{HEAD}  coder:deployment: {options}\n{own}  coder:kubernetes: {kubernetes}\n"


def codes(text: str) -> list[str]:
    return [item.code for item in codercfg.check_stack(text).diagnostics]


def pod_of(text: str, secrets: dict[str, str] | None = None, key: bytes | None = None) -> dict[str, Any]:
    loaded = codercfg.load_stack(text, secrets)
    assert loaded.stack is not None, [item.message for item in loaded.report.errors]
    objects = codercfg.render_objects(loaded.stack, "write" if secrets else "omit", fingerprint_key=key)
    (found,) = [item["spec"]["template"] for item in objects.manifests if item["kind"] == "Deployment"]
    return dict(found)


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        pytest.param(stack("{extraEnv: [{name: A, value: x}, {name: A, value: y}]}"), "K8S003", "kubernetes.extraEnv[1].name", id="twice"),
        pytest.param(stack("{extraEnv: [{name: KUBE_POD_IP, value: x}]}"), "K8S003", "kubernetes.extraEnv[0].name", id="of the objects"),
        pytest.param(
            stack("{extraEnv: [{name: CODER_ACCESS_URL, value: x}]}"),
            "K8S002",
            "kubernetes.extraEnv[0].name",
            id="of an option that is set",
        ),
        pytest.param(
            stack("{extraEnv: [{name: CODER_HTTP_ADDRESS, value: x}]}"), "K8S002", "kubernetes.extraEnv[0].name", id="of the chart"
        ),
        pytest.param(
            stack("{extraEnv: [{name: CODER_NOTIFICATIONS_EMAIL_FROM, value: x}]}"),
            "K8S002",
            "kubernetes.extraEnv[0].name",
            id="an older name of an option",
        ),
        pytest.param(
            stack("{extraEnv: [{name: CODER_aibridge_provider_0_KEY, value: x}]}"),
            "K8S002",
            "kubernetes.extraEnv[0].name",
            id="of a family, in lower case",
        ),
        pytest.param(
            stack("{extraEnv: [{name: CODER_EXTERNAL_AUTH_SERVICE_HOST, value: x}]}"),
            "K8S002",
            "kubernetes.extraEnv[0].name",
            id="of a family, without a number",
        ),
        pytest.param(stack(env="{CODER_ACCESS_URL: 'https://x.example'}"), "STK029", "access_url", id="an option in both sections"),
        pytest.param(stack(env="{CODER_HTTP_ADDRESS: '0.0.0.0:1'}"), "K8S001", "http_address", id="an option that the objects decide"),
    ],
)
def test_a_variable_with_two_owners_is_an_error(text: str, code: str, path: str) -> None:
    report = codercfg.check_stack(text)

    assert [(item.code, item.path) for item in report.errors] == [(code, path)]
    assert report.errors[0].origin.line is not None


@pytest.mark.parametrize("release", ["2.27.0", "2.33.1", "2.34.0"])
def test_each_variable_of_the_pod_has_one_entry(release: str) -> None:
    text = stack(
        "{replicas: 2, extraEnv: [{name: HTTPS_PROXY, value: 'http://proxy'}], tls: {secretNames: [a]}}",
        "prometheus: {enable: true, address: '0.0.0.0:2112'}, derp: {server: {enable: true}}",
        "{CODER_VERBOSE: true}",
    )
    names = [entry["name"] for entry in pod_of(text.replace("2.33.1", release))["spec"]["containers"][0]["env"]]

    assert sorted(set(names)) == sorted(names)
    assert {"CODER_HTTP_ADDRESS", "CODER_PROMETHEUS_ADDRESS", "CODER_ACCESS_URL", "CODER_VERBOSE", "HTTPS_PROXY"} <= set(names)


def test_variables_from_elsewhere_are_said_not_to_be_seen() -> None:
    (sentence,) = [text for text in codercfg.check_stack(stack("{envFrom: [{secretRef: {name: more}}]}")).not_checked if "envFrom" in text]
    assert sentence == "variables that `kubernetes.envFrom` adds were not seen: what it names may be options of the server"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(stack(deployment=f"oidc: {{client_secret: {SECRET}}}"), "STK026", id="under deployment"),
        pytest.param(stack(env=f"{{CODER_OIDC_CLIENT_SECRET: {SECRET}}}"), "STK026", id="under env"),
        pytest.param(
            stack(env=f"{{CODER_AIBRIDGE_PROVIDER_0_TYPE: openai, CODER_AIBRIDGE_PROVIDER_0_KEY: {SECRET}}}"), "STK026", id="indexed"
        ),
        pytest.param(stack(f"{{extraEnv: [{{name: CODER_OIDC_CLIENT_SECRET, value: {SECRET}}}]}}"), "K8S002", id="under extraEnv"),
        pytest.param(
            stack("{extraEnv: [{name: CODER_OIDC_CLIENT_SECRET, valueFrom: {configMapKeyRef: {name: a, key: b}}}]}"),
            "K8S002",
            id="from a ConfigMap",
        ),
        pytest.param(
            stack(deployment="oidc: {client_secret: {configMapRef: {name: a, key: b}}}"), "STK039", id="from a ConfigMap under deployment"
        ),
    ],
)
def test_a_secret_option_that_comes_from_no_secret_is_an_error(text: str, code: str) -> None:
    report = codercfg.check_stack(text)

    assert code in {item.code for item in report.errors}
    assert SECRET not in "".join(f"{item.message}{item.help}{item.why}" for item in report.diagnostics)


@pytest.mark.parametrize("source", [f"value: {SECRET}", "valueFrom: {configMapKeyRef: {name: a, key: b}}"])
def test_another_secret_in_the_open_is_a_warning(source: str) -> None:
    report = codercfg.check_stack(stack(f"{{extraEnv: [{{name: AWS_SECRET_ACCESS_KEY, {source}}}]}}"))

    assert [(item.code, item.severity.value) for item in report.diagnostics] == [("K8S006", "warning")]
    assert SECRET not in str(report.diagnostics)


def test_a_key_of_the_process_that_a_provider_would_take_is_a_warning() -> None:
    providers = "ai: {bridge: {enabled: true, providers: [{type: openai}]}}"
    key = "{extraEnv: [{name: OPENAI_API_KEY, valueFrom: {secretKeyRef: {name: a, key: b}}}]}"

    assert codes(stack(key, providers)) == ["AIP126"]
    assert codes(stack(deployment=providers)) == []
    assert codes(stack(key)) == []


def test_a_secret_from_a_secret_is_right() -> None:
    reference = "{secretKeyRef: {name: a, key: b}}"

    assert codes(stack(f"{{extraEnv: [{{name: AWS_SECRET_ACCESS_KEY, valueFrom: {reference}}}]}}")) == []
    assert codes(stack(deployment="scim_api_key: {secretRef: {name: a, key: b}}")) == []


def test_the_mark_by_which_pods_roll_is_keyed() -> None:
    place = "deployment.scim_api_key"
    text = stack(deployment="scim_api_key: {secure: 'v1:x'}")

    def marks(value: str, key: bytes) -> set[str]:
        found = pod_of(text, {place: value}, key)["metadata"]["annotations"]
        return {mark for name, mark in found.items() if "fingerprint" in name or "secret" in name.lower()}

    (first,), (second,) = marks(SECRET, b"a" * 32), marks(SECRET, b"b" * 32)
    assert first != second
    assert marks(SECRET, b"a" * 32) == {first}
    assert marks(SECRET + "!", b"a" * 32) != {first}
    written = (SECRET, f"CODER_SCIM_AUTH_HEADER{SECRET}", f"CODER_SCIM_AUTH_HEADER={SECRET}", SecretText(SECRET).reveal() + "\n")
    for digest in (md5, sha1, sha256, sha512):
        assert not [text for text in written if digest(text.encode(), usedforsecurity=False).hexdigest().startswith(first)]


def test_without_a_key_there_is_no_mark() -> None:
    assert "fingerprint" not in str(pod_of(stack(deployment="scim_api_key: {secure: 'v1:x'}"), {"deployment.scim_api_key": SECRET}))


@pytest.mark.parametrize("tag", ["latest", "LATEST", "main", "edge", "nightly", "stable", "preview", "2.33", "v2.33", "v2", ""])
def test_a_tag_that_moves_is_found(tag: str) -> None:
    assert codes(stack(f"{{image: {{tag: '{tag}'}}}}")) == ["IMG002"]


def test_a_release_without_its_patch_number_names_no_image() -> None:
    assert codes(stack().replace("2.33.1", "2.33")) == ["IMG001"]


@pytest.mark.parametrize("image", ["{}", "{tag: v2.33.1}", "{tag: v2.33.1-team}", f"{{tag: latest, digest: 'sha256:{'0' * 64}'}}"])
def test_an_image_that_stays_is_right(image: str) -> None:
    assert codes(stack(f"{{image: {image}}}")) == []
