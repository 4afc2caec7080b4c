"""Each code of the objects' settings: a stack that gives it, the place, and the words."""

from __future__ import annotations

import pytest

from codercfg.kubernetes_objects.codes import BY_CODE, CODES
from unit.kubernetes_objects.rendering import BASE, codes, rendered, stack_of, with_kubernetes

# settings, code, path, words of the message
SETTINGS = [
    ("{extraEnv: [{name: CODER_VERBOSE, value: x}]}", "K8S002", "extraEnv[0].name", "an option of the server"),
    ("{extraEnv: [{name: CODER_EXTERNAL_AUTH_0_ID, value: x}]}", "K8S002", "extraEnv[0].name", "an option of the server"),
    ("{extraEnv: [{name: A, value: b}, {name: A, value: c}]}", "K8S003", "extraEnv[1].name", "`A` is set twice"),
    ("{extraEnv: [{name: KUBE_POD_IP, value: b}]}", "K8S003", "extraEnv[0].name", "set by the Kubernetes objects"),
    ("{extraEnv: [{name: A}]}", "K8S004", "extraEnv[0]", "needs either `value` or `valueFrom`"),
    ("{extraEnv: [{name: A, value: b, valueFrom: {fieldRef: {fieldPath: x}}}]}", "K8S004", "extraEnv[0]", "either `value` or"),
    ("{extraEnv: [{name: CODER_ACESS_URL, value: b}]}", "K8S005", "extraEnv[0].name", "no option `CODER_ACESS_URL`"),
    ("{extraEnv: [{name: AWS_SECRET_ACCESS_KEY, value: hunter2hunter2}]}", "K8S006", "extraEnv[0].value", "looks like a secret"),
    ("{scheduling: {tolerations: [{keyy: a}]}}", "K8S007", "scheduling.tolerations[0].keyy", "no key `keyy`"),
    ("{volumes: [{emptyDir: {}}]}", "K8S007", "volumes[0]", "the key `name` is missing"),
    ("{strategy: {rollingUpdate: {maxSurge: [1]}}}", "K8S007", "strategy.rollingUpdate.maxSurge", "expects a whole number or text"),
    ("{volumeMounts: [{name: a, mountPath: /x}, {name: b, mountPath: /x}]}", "K8S009", "", "has `/x` 2 times"),
    ("{postgres: {trial: true}}", "K8S013", "postgres.trial", "both set"),
    ("{postgres: {trial: true}}", "K8S012", "postgres.trial", "trying out only"),
    ("{ingress: {enabled: true, host: coder.example.org}}", "K8S015", "ingress.host", "the access URL leads to `coder.example.com`"),
    ("{ingress: {enabled: true, wildcardHost: '*.a.example.com'}}", "K8S016", "ingress.wildcardHost", "the server knows nothing of"),
    ("{service: {enabled: false}, ingress: {enabled: true}}", "K8S017", "ingress.enabled", "which is off"),
    ("{service: {type: ClusterIP, httpNodePort: 30080}}", "K8S018", "service.httpNodePort", "no ports on nodes"),
    ("{service: {httpsNodePort: 30443}}", "K8S018", "service.httpsNodePort", "serve no TLS"),
    ("{workspaceProxy: true}", "K8S022", "workspaceProxy", "does not start without `CODER_PRIMARY_ACCESS_URL`"),
    ("{podDisruptionBudget: {enabled: true}}", "K8S024", "podDisruptionBudget.enabled", "one replica"),
    ("{podDisruptionBudget: {minAvailable: 1, maxUnavailable: 1}}", "K8S025", "podDisruptionBudget", "takes one of"),
    ("{podDisruptionBudget: {maxUnavailable: most}}", "K8S025", "podDisruptionBudget.maxUnavailable", "neither a number nor"),
    ("{aiProviders: {changed: {eu: rotated}}}", "K8S060", "aiProviders.changed.eu", "no AI provider `eu`"),
    ("{securityContext: {runAsUser: 0}}", "K8S028", "securityContext.runAsUser", "refuses the user 0"),
    ("{securityContext: {seccompProfile: {type: Localhost}}}", "K8S028", "securityContext.seccompProfile", "belong together"),
    ("{securityContext: {assignedUser: true, runAsGroup: 1}}", "K8S028", "securityContext.assignedUser", "one is set"),
    ("{image: {tag: latest}}", "IMG002", "image.tag", "`latest` names another image from time to time"),
    ("{image: {tag: v2.33}}", "IMG002", "image.tag", "names another image"),
    ("{image: {tag: ''}}", "IMG002", "image.tag", "an empty tag"),
    ("{image: {tag: v2.34.0}}", "IMG003", "image.tag", "the image is 2.34.0, but everything is checked against 2.33.1"),
    ("{image: {repository: 'ghcr.io/coder/coder:v2.33.1'}}", "IMG004", "image.repository", "not the name of an image"),
    ("{image: {tag: 'a b'}}", "IMG004", "image.tag", "not the tag"),
    ("{image: {digest: 'sha256:1'}}", "IMG004", "image.digest", "not a digest"),
    ("{templates: nowhere-at-all}", "TPL001", "templates", "there is no folder"),
]
# the server's options beside them, settings, code, path
OPTIONS = [
    ("http_address: 0.0.0.0:3000", "{}", "K8S001", "http_address"),
    ("address: 0.0.0.0:3000", "{}", "K8S001", "address"),
    ("tls: {enable: true}", "{tls: {secretNames: [a]}}", "K8S001", "tls.enable"),
    ("tls: {enable: true}", "{}", "K8S020", "tls.address"),
    ("prometheus: {enable: true, address: '127.0.0.1:2112'}", "{}", "K8S020", "prometheus.address"),
    ("prometheus: {enable: true, address: '[::1]:2112'}", "{}", "K8S020", "prometheus.address"),
    ("prometheus: {enable: true, address: 'localhost:2112'}", "{}", "K8S020", "prometheus.address"),
    ("derp: {server: {relay_url: 'http://10.0.0.1:8080'}}", "{replicas: 2}", "K8S019", "derp.server.relay_url"),
    ("oidc: {client_secret: {secure: 'v1:x'}, email_domain: []}", "{}", "K8S010", "kubernetes.namespace"),
]
NO_URL = """
config:
  coder:release: "2.33"
  coder:deployment:
    pg_connection_url: {secretRef: {name: database, key: url}}
"""


@pytest.mark.parametrize(("settings", "code", "path", "words"), SETTINGS)
def test_a_wrong_setting_is_found_where_it_was_written(settings: str, code: str, path: str, words: str) -> None:
    objects = rendered(with_kubernetes(settings))

    (first, *_) = [item for item in objects.diagnostics if item.code == code]
    assert words in first.message
    assert first.severity is BY_CODE[code].severity
    assert first.path == (f"kubernetes.{path}" if path else "")
    assert first.help
    if path:
        assert first.origin.line == BASE.rstrip().count("\n") + 2


@pytest.mark.parametrize(("option", "settings", "code", "path"), OPTIONS)
def test_an_option_that_meets_the_objects_badly_is_found(option: str, settings: str, code: str, path: str) -> None:
    objects = rendered(with_kubernetes(settings, f"{BASE.rstrip()}\n    {option}\n"))

    assert [item.path for item in objects.diagnostics if item.code == code] == [path]


@pytest.mark.parametrize(
    ("settings", "code"),
    [("{image: {tag: v2.33.1}}", "K8S021"), ("{ingress: {enabled: true}}", "K8S014"), ("{}", "IMG001")],
)
def test_what_the_release_and_the_access_url_leave_open_is_found(settings: str, code: str) -> None:
    assert code in codes(rendered(with_kubernetes(settings, NO_URL)))


@pytest.mark.parametrize("host", ["10.0.0.1", "[::1]"])
def test_an_ingress_cannot_serve_an_address(host: str) -> None:
    base = BASE.replace("coder.example.com", host)
    objects = rendered(with_kubernetes("{ingress: {enabled: true}}", base))

    (one,) = [item for item in objects.diagnostics if item.code == "K8S014"]
    assert "serves host names" in one.message


def test_a_reference_into_a_secret_of_ours_without_that_key_is_found() -> None:
    text = f"{BASE.rstrip()}\n    oidc: {{client_secret: {{secure: 'v1:x'}}}}\n"
    objects = rendered(stack_of(text.replace("name: database", "name: coder")))

    assert [(item.code, item.about) for item in objects.diagnostics if item.code == "K8S030"] == [("K8S030", ("CODER_PG_CONNECTION_URL",))]


def test_encrypted_values_cannot_be_written() -> None:
    text = f"{BASE.rstrip()}\n    oidc: {{client_secret: {{secure: 'v1:x'}}}}\n"
    objects = rendered(stack_of(text), "write")

    assert codes(objects) == ["K8S011"]
    assert objects.diagnostics[0].about == ("CODER_OIDC_CLIENT_SECRET",)


@pytest.mark.parametrize(
    "settings",
    [
        "{image: {tag: v2.33.1}}",
        "{image: {tag: v2.33.1-patched}}",
        "{image: {tag: team-build-7}}",
        "{image: {tag: latest, digest: 'sha256:" + "a" * 64 + "'}}",
        "{extraEnv: [{name: HTTPS_PROXY, value: 'http://p'}, {name: SSL_CERT_DIR, value: ''}]}",
        "{replicas: 3}",
        "{envFrom: [{secretRef: {name: more}}], workspaceProxy: true}",
    ],
)
def test_what_is_right_has_no_finding(settings: str) -> None:
    assert codes(rendered(with_kubernetes(settings))) == []


def test_an_error_leaves_no_objects() -> None:
    assert rendered(with_kubernetes("{securityContext: {runAsUser: 0}}")).manifests == ()


@pytest.mark.parametrize("option", ["prometheus: {enable: true, address: 'metrics:2112'}", "tls: {enable: true, address: '0.0.0.0:9443'}"])
def test_a_listener_that_others_reach_is_right(option: str) -> None:
    assert codes(rendered(with_kubernetes("{}", f"{BASE.rstrip()}\n    {option}\n"))) == []


def test_a_wildcard_host_that_the_server_does_not_serve_is_found() -> None:
    base = f"{BASE.rstrip()}\n    wildcard_access_url: '*.apps.example.com'\n"
    objects = rendered(with_kubernetes("{ingress: {enabled: true, wildcardHost: '*.other.example.com'}}", base))

    assert [item.message for item in objects.diagnostics] == ["the ingress serves another wildcard host than `wildcard_access_url` names"]


def test_the_same_value_as_the_objects_is_no_conflict() -> None:
    objects = rendered(with_kubernetes("{}", f"{BASE.rstrip()}\n    http_address: 0.0.0.0:8080\n"))

    assert codes(objects) == []


def test_codes_are_unique_and_named_after_what_is_wrong() -> None:
    assert len(BY_CODE) == len(CODES)
    assert len({page.name for page in CODES}) == len(CODES)
    assert all(page.summary.endswith(".") and page.why and page.wrong and page.right for page in CODES)
