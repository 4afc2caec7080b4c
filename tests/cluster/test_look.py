"""The look at live objects, against a real API server, its child process included."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

import pytest

from cluster.live_stack import CANARY, NAMESPACE, PULUMI, STACK, found, loaded, manifests, said, secret

if TYPE_CHECKING:
    from cluster.api import Api
    from cluster.control_plane import ControlPlane


@pytest.mark.usefixtures("live")
def test_nothing_is_said_when_everything_is_as_pulumi_left_it(control_plane: ControlPlane) -> None:
    assert said(found(loaded(), control_plane)) == []


def changed(live: Api, spec: dict[str, Any], manager: str = "kubectl-patch") -> None:
    """Something that somebody else does to the live Deployment's pods."""
    patch = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "coder", "namespace": "look"}}
    answer = live.apply({**patch, "spec": {"template": {"spec": spec}}}, manager=manager)
    assert answer.status == 200, answer.body


def test_a_variable_of_somebody_else_is_named_with_its_owner_and_without_its_value(live: Api, control_plane: ControlPlane) -> None:
    env = [{"name": "CODER_OIDC_CLIENT_ID", "value": CANARY}, {"name": "HANDMADE", "value": CANARY}]
    more = {"env": env, "envFrom": [{"secretRef": {"name": "more", "optional": True}}]}
    changed(live, {"containers": [{"name": "coder", **more}]}, "kubectl-set")

    items = found(loaded(), control_plane)
    assert said(items) == [
        "CLU012 `kubectl-set` has set the variable `CODER_OIDC_CLIENT_ID` of the live Deployment coder to something else",
        "CLU010 the live Deployment coder has the variable `HANDMADE`, which this stack does not set: `kubectl-set` added it",
        "CLU011 the live Deployment coder takes variables from the Secret `more`, which this stack does not: `kubectl-set` added it",
    ]
    assert (items[0].path, str(items[0].origin)) == ("oidc.client_id", "<text>:6:59")
    assert (items[1].path, str(items[1].origin)) == ("kubernetes", "<text>:7:3")
    assert CANARY not in repr(items)


def test_fields_and_parts_of_somebody_else_are_named(live: Api, control_plane: ControlPlane) -> None:
    sidecar = {"name": "proxy", "image": "registry.example.com/proxy:1"}
    changed(live, {"containers": [{"name": "coder", "image": "registry.example.com/coder:x"}, sidecar], "volumes": [{"name": "own"}]})

    assert said(found(loaded(), control_plane)) == [
        (
            "CLU014 the live Deployment coder has parts that this stack does not: `containers[proxy]` (`kubectl-patch`), "
            "`volumes[own]` (`kubectl-patch`)"
        ),
        (
            "CLU013 `kubectl-patch` has set fields of the live Deployment coder to something else: "
            "`spec.template.spec.containers[coder].image`"
        ),
    ]


@pytest.mark.usefixtures("live")
def test_a_change_that_waits_for_pulumi_up_is_no_finding(control_plane: ControlPlane) -> None:
    other = STACK.replace("https://coder.example.com", "https://code.example.com").replace("replicas: 2", "replicas: 3")
    assert said(found(loaded(other), control_plane)) == []


def test_an_autoscaler_that_sets_the_replicas_is_named(live: Api, control_plane: ControlPlane) -> None:
    scaler = {
        "apiVersion": "autoscaling/v2",
        "kind": "HorizontalPodAutoscaler",
        "metadata": {"name": "by-load", "namespace": "look"},
        "spec": {"maxReplicas": 9, "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "coder"}},
    }
    assert live.apply(scaler).status == 201
    items = found(loaded(), control_plane)
    live.delete(scaler)

    message = "CLU015 the HorizontalPodAutoscaler `by-load` sets the replicas of the Deployment coder, and so does this stack"
    assert said(items) == [message]
    assert items[0].path == "kubernetes.replicas"


def test_what_is_referred_to_and_lacks_is_named(live: Api, control_plane: ControlPlane) -> None:
    twice = b64encode(b"readable text, twice").decode()
    for held in (secret("keys", eu=""), secret("twice", key=twice)):
        assert live.apply(held).status == 201
    text = STACK.replace("client_id: coder,", "client_id: coder, groups_field: g,").replace(
        "  coder:kubernetes:",
        "    ai:\n      bridge:\n        enabled: true\n        providers:\n"
        "          - {type: anthropic, name: a, key: {secretRef: {name: keys, key: eu}}}\n"
        "          - {type: anthropic, name: b, key: {secretRef: {name: keys, key: us}}}\n"
        "          - {type: anthropic, name: c, key: {secretRef: {name: twice, key: key}}}\n"
        "  coder:kubernetes:\n"
        "    tls: {secretNames: [certificate]}\n    image: {pullSecrets: [registry]}\n    certs: {secrets: [{name: ca, key: ca.crt}]}",
    )
    items = found(loaded(text), control_plane)
    for name in ("keys", "twice"):
        live.delete(secret(name))

    assert [(item.path, item.origin.line) for item in items[:3]] == [(f"ai.bridge.providers[{n}].key", 11 + n) for n in range(3)]
    assert said(items) == [
        "CLU022 the key `eu` of the Secret `keys` is empty",
        "CLU021 the Secret `keys` has no key `us`; its keys: `eu`",
        "CLU023 the key `key` of the Secret `twice` looks encoded twice: decoded once, it is base64 of readable text",
        "CLU020 the Secret `certificate` does not exist in the namespace `look`",
        "CLU020 the Secret `registry` does not exist in the namespace `look`",
        "CLU020 the Secret `ca` does not exist in the namespace `look`",
    ]
    assert twice[:8] not in repr(items)


def test_a_helm_release_is_named_before_it_is_adopted(api: Api, control_plane: ControlPlane) -> None:
    api.apply(NAMESPACE, manager=PULUMI)
    (deployment,) = [item for item in manifests(loaded()) if item["kind"] == "Deployment"]
    labels = {"app.kubernetes.io/name": "coder", "app.kubernetes.io/instance": "my-release"}
    deployment["metadata"] |= {
        "labels": {"app.kubernetes.io/managed-by": "Helm"},
        "annotations": {"meta.helm.sh/release-name": "my-release", "meta.helm.sh/release-namespace": "look"},
    }
    deployment["spec"]["selector"] = {"matchLabels": labels}
    deployment["spec"]["template"]["metadata"]["labels"] = labels
    service = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "coder", "namespace": "look"}, "spec": {"ports": [{"port": 80}]}}
    for held in (deployment, service, secret("database", url="x")):
        answer = api.apply(held, manager="helm")
        assert answer.status == 201, answer.body
    refusing = said(found(loaded(), control_plane))
    adopting = said(found(loaded(), control_plane, adopted=("deployment-coder", "service-coder")))
    for held in (deployment, service, secret("database")):
        api.delete(held)

    of_helm = "CLU017 Deployment coder in the cluster belongs to the Helm release `my-release`"
    assert refusing == [of_helm, "CLU018 Service coder exists already, and no Pulumi stack made it"]
    assert adopting == ["CLU016 the live Deployment coder has another `spec.selector`, which cannot be changed", of_helm]
