from __future__ import annotations

import copy
import json
import time
from base64 import b64encode
from typing import TYPE_CHECKING, Any

import pytest

from canaries import leaks
from codercfg.cluster.found import Answer
from codercfg.cluster.problem import ClusterError, Reason
from codercfg.cluster.reading import run_all
from codercfg.cluster.request import Request
from recorded_api import RecordedApi
from unit.cluster.looking import STACK, answer, cluster, found, held, loaded, manifests, said

if TYPE_CHECKING:
    from collections.abc import Iterator

CANARY = "canary-83e1f6b20c"
CODERD = "/apis/apps/v1/namespaces/coder/deployments/coder"


def test_nothing_is_said_of_a_cluster_that_is_as_the_stack_says() -> None:
    assert said(found(cluster(loaded()), loaded())) == []


def test_an_answer_survives_the_way_between_processes() -> None:
    given = answer(RecordedApi(), loaded())
    assert Answer.from_json(json.loads(json.dumps(given.to_json()))) == given
    request = Request("coder", tuple(manifests(loaded())), "a", "b", adopted=("x",), seconds=3)
    assert Request.from_json(json.loads(json.dumps(request.to_json()))) == request


def test_where_the_first_question_fails_nothing_else_is_asked() -> None:
    api = RecordedApi(refused={"/": 401})
    assert [item.code for item in found(api, loaded())] == ["CLU005"]
    assert (api.asked, len(api.bodies)) == ([], 1)


def test_kinds_that_may_not_be_read_are_one_finding_and_the_rest_is_looked_at() -> None:
    api = cluster(loaded())
    api.refused = {"/api/v1/namespaces/coder/secrets": 403}
    del api.objects["/api/v1/namespaces/coder/services/coder"]
    items = found(api, loaded())
    assert said(items) == ["CLU006 the cluster of context `test` does not let this user read secrets in `coder`"]
    assert items[0].help == "let the user `get` these kinds"


def test_rights_are_taken_from_the_rules_and_asked_for_where_those_do_not_say() -> None:
    stack = loaded()
    api = cluster(stack)
    api.rules = [{"verbs": ["get", "list", "watch", "patch"], "apiGroups": ["", "apps"], "resources": ["*"]}]
    api.allowed = {("get", "roles"), ("patch", "roles"), ("escalate", "roles"), ("get", "rolebindings")}
    assert said(found(api, stack)) == ["CLU040 `pulumi up` would be refused in the namespace `coder`: patch rolebindings"]


def test_whoever_makes_a_role_needs_what_is_in_it() -> None:
    stack = loaded()
    api = cluster(stack)
    api.rules = [{"verbs": ["get", "list", "watch", "patch"], "apiGroups": ["*"], "resources": ["*"]}]
    assert said(found(api, stack)) == [
        (
            "CLU040 `pulumi up` would be refused in the namespace `coder`: create, delete, deletecollection, update pods; "
            "create, delete, deletecollection, update persistentvolumeclaims; create, delete, deletecollection, update deployments"
        )
    ]


def test_a_doubled_variable_of_a_live_container_is_named() -> None:
    stack = loaded()
    api = cluster(stack)
    env = api.objects[CODERD]["spec"]["template"]["spec"]["containers"][0]["env"]
    api.objects[CODERD] = copy.deepcopy(api.objects[CODERD])
    api.objects[CODERD]["spec"]["template"]["spec"]["containers"][0]["env"].append(env[0])
    assert said(found(api, stack)) == ["CLU031 the live Deployment coder has `CODER_HTTP_ADDRESS` 2 times"]


def test_what_cannot_be_changed_is_named() -> None:
    stack = loaded()
    api = cluster(stack)
    binding = copy.deepcopy(api.objects["/apis/rbac.authorization.k8s.io/v1/namespaces/coder/rolebindings/coder"])
    binding["roleRef"]["name"] = "other"
    api.add([binding], "coder")
    assert said(found(api, stack)) == ["CLU016 the live RoleBinding coder has another `roleRef`, which cannot be changed"]


def test_a_service_account_of_somebody_else_has_to_exist() -> None:
    stack = loaded(STACK.replace("coder:kubernetes:\n", "coder:kubernetes:\n    serviceAccount: {create: false, name: theirs}\n"))
    assert said(found(cluster(stack), stack)) == ["CLU020 the ServiceAccount `theirs` does not exist in the namespace `coder`"]


@pytest.mark.parametrize("key", [".dockerconfigjson", ".dockercfg"])
def test_a_pull_secret_has_one_of_two_keys(key: str) -> None:
    stack = loaded(STACK.replace("coder:kubernetes:\n", "coder:kubernetes:\n    image: {pullSecrets: [registry]}\n"))
    api = cluster(stack, held("Secret", "registry", **{key: "e30="}))
    assert said(found(api, stack)) == []


def test_a_certificate_that_cert_manager_makes_is_not_missed() -> None:
    tls = "    ingress: {enabled: true, tls: {enabled: true, secretName: web}, annotations: {%s: x}}\n"
    for annotation, expected in (("cert-manager.io/issuer", []), ("a.example.com/b", ["CLU020"])):
        stack = loaded(STACK.replace("coder:kubernetes:\n", "coder:kubernetes:\n" + tls % annotation))
        assert [item.code for item in found(cluster(stack), stack)] == expected


def test_a_comment_allows_what_was_found() -> None:
    stack = loaded("# codercfg: allow-file CLU020 because the Secret comes later\n" + STACK)
    api = cluster(stack)
    del api.objects["/api/v1/namespaces/coder/secrets/git"]
    assert said(found(api, stack)) == []
    assert said(found(cluster(stack), stack)) == []


def canaried(value: Any) -> Any:
    """A live object with the canary, or its base64 where that belongs, in every text that people may write."""
    if isinstance(value, dict):
        data = b64encode(CANARY.encode()).decode()
        return {
            key: item
            if key in {"kind", "apiVersion", "name", "namespace", "key", "managedFields"}
            else dict.fromkeys(item, data)
            if key in {"data", "stringData"}
            else canaried(item)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [canaried(item) for item in value]
    return CANARY if isinstance(value, str) else value


def test_no_value_of_a_live_object_is_in_an_answer_or_a_finding() -> None:
    stack = loaded()
    api = cluster(stack, held("ConfigMap", "plain", CODER_VERBOSE="x"), held("Secret", "hidden", OIDC_CLIENT_SECRET="eA=="))
    api.objects = {path: canaried(item) for path, item in api.objects.items()}
    for item in api.objects.values():
        item["metadata"].setdefault("labels", {})["app.kubernetes.io/managed-by"] = "Helm"
        item["metadata"]["managedFields"] = [
            {"manager": "pulumi-kubernetes"},
            {"manager": "x", "fieldsV1": {"f:spec": {}, "f:metadata": {}}},
        ]
    given = answer(api, stack, adopted=("deployment-coder",))
    texts = {"answer": json.dumps(given.to_json()), "findings": repr(found(api, stack)), "asked": json.dumps([api.asked, api.bodies])}
    assert given.found
    assert leaks([CANARY], texts) == []


class Slow(RecordedApi):
    """A cluster whose time is almost over."""

    def remaining(self) -> float:
        return 0.2


def test_what_is_not_answered_in_time_is_late_and_the_rest_is_kept() -> None:
    results = run_all({"fast": lambda: 1, "slow": lambda: time.sleep(2)}, Slow())
    assert results["fast"] == 1
    assert isinstance(results["slow"], ClusterError)
    assert results["slow"].reason is Reason.SLOW


def test_an_answer_that_nobody_expects_is_a_failure_of_that_one() -> None:
    def broken() -> Iterator[None]:
        raise KeyError(CANARY)

    results = run_all({"a": broken, "b": lambda: 2}, Slow())
    assert results["b"] == 2
    assert (results["a"].reason, results["a"].detail) == (Reason.FAILING, "an answer cannot be understood (KeyError)")
