"""What the objects are for each setting, beside the whole manifests of the cases."""

from __future__ import annotations

import pytest

from unit.kubernetes_objects.rendering import BASE, case, container, environment, found, rendered, stack_of, with_kubernetes

NO_URL = BASE.replace("    access_url: https://coder.example.com\n", "")


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        ("{}", "http://coder.coder.svc.cluster.local"),
        ("{name: dev, namespace: team, clusterDomain: k8s.internal}", "http://dev.team.svc.k8s.internal"),
        ("{tls: {secretNames: [a]}}", "https://coder.coder.svc.cluster.local"),
        ("{ingress: {enabled: true, host: coder.example.org}}", "http://coder.example.org"),
        ("{ingress: {enabled: true, host: coder.example.org, tls: {enabled: true}}}", "https://coder.example.org"),
        ("{clusterAccessUrl: false}", None),
        ("{service: {enabled: false}}", None),
    ],
)
def test_an_unset_access_url_is_that_of_the_ingress_or_of_the_service(settings: str, url: str | None) -> None:
    name = "dev" if "name: dev" in settings else "coder"

    assert environment(rendered(with_kubernetes(settings, NO_URL)), name).get("CODER_ACCESS_URL") == url


def test_a_variable_has_one_entry_whoever_sets_it() -> None:
    options = "prometheus: {address: '0.0.0.0:9000'}\n    derp: {server: {relay_url: 'http://relay:1'}}"
    entries = [entry["name"] for entry in container(rendered(with_kubernetes("{}", f"{BASE.rstrip()}\n    {options}\n")))["env"]]

    assert len(entries) == len(set(entries))
    assert {"CODER_PROMETHEUS_ADDRESS", "CODER_DERP_SERVER_RELAY_URL", "CODER_ACCESS_URL"} <= set(entries)


def test_the_pod_address_stands_before_what_refers_to_it() -> None:
    names = [entry["name"] for entry in container(rendered(with_kubernetes("{}")))["env"]]

    assert names.index("KUBE_POD_IP") < names.index("CODER_DERP_SERVER_RELAY_URL")


@pytest.mark.parametrize(("family", "url"), [("IPv4", "http://$(KUBE_POD_IP):8080"), ("IPv6", "http://[$(KUBE_POD_IP)]:8080")])
def test_the_relay_url_is_one_for_the_family_of_the_pods(family: str, url: str) -> None:
    assert environment(rendered(with_kubernetes(f"{{ipFamily: {family}}}")))["CODER_DERP_SERVER_RELAY_URL"] == url


@pytest.mark.parametrize(("release", "times"), [("2.34.0", 0), ("2.35.0", 1), ("2.37.2", 1)])
def test_the_cluster_host_is_set_from_the_first_release_that_may_read_it(release: str, times: int) -> None:
    variables = environment(rendered(stack_of(BASE.replace("2.33.1", release))))

    assert list(variables).count("CODER_CLUSTER_HOST") == times


def test_profiling_stays_on_the_servers_own_loopback_default() -> None:
    assert "CODER_PPROF_ADDRESS" not in environment(rendered(with_kubernetes("{}")))


@pytest.mark.parametrize(
    ("option", "port"),
    [
        ("prometheus: {enable: true}", 2112),
        ("prometheus: {enable: true, address: '0.0.0.0:9100'}", 9100),
        ("prometheus: {enable: false, address: '0.0.0.0:9100'}", None),
    ],
)
def test_the_metrics_port_follows_the_address(option: str, port: int | None) -> None:
    ports = container(rendered(with_kubernetes("{}", f"{BASE.rstrip()}\n    {option}\n")))["ports"]

    assert {item["name"]: item["containerPort"] for item in ports}.get("prometheus-http") == port


@pytest.mark.parametrize(("address", "port"), [("0.0.0.0:9443", 9443), ("0.0.0.0:https", 8443)])
def test_the_https_port_follows_the_address(address: str, port: int) -> None:
    options = f"tls: {{enable: true, address: '{address}', cert_file: [/c], key_file: [/k]}}"
    ports = container(rendered(with_kubernetes("{}", f"{BASE.rstrip()}\n    {options}\n")))["ports"]

    assert {item["name"]: item["containerPort"] for item in ports} == {"http": 8080, "https": port}


def test_the_trial_database_takes_a_storage_class() -> None:
    settings = "{postgres: {trial: true, storageClassName: fast, storage: 1.5Gi}}"
    base = BASE.replace("    pg_connection_url: {secretRef: {name: database, key: url}}\n", "")
    claim = found(rendered(with_kubernetes(settings, base)), "StatefulSet", "coder-postgres")["spec"]["volumeClaimTemplates"][0]["spec"]

    assert (claim["storageClassName"], claim["resources"]["requests"]["storage"]) == ("fast", "1.5Gi")


@pytest.mark.parametrize(
    ("settings", "type_"),
    [("{}", "LoadBalancer"), ("{ingress: {enabled: true}}", "ClusterIP"), ("{service: {type: NodePort}}", "NodePort")],
)
def test_the_service_is_public_only_where_nothing_stands_before_it(settings: str, type_: str) -> None:
    assert found(rendered(with_kubernetes(settings)), "Service")["spec"]["type"] == type_


@pytest.mark.parametrize(
    ("settings", "roles"),
    [
        ("{}", 1),
        ("{serviceAccount: {workspacePerms: false}}", 0),
        ("{serviceAccount: {workspacePerms: false, workspaceNamespaces: [{name: a, workspacePerms: true}]}}", 1),
        ("{serviceAccount: {workspacePerms: false, workspaceNamespaces: [{name: a}]}}", 0),
    ],
)
def test_the_token_is_in_the_pods_only_where_a_role_uses_it(settings: str, roles: int) -> None:
    objects = rendered(with_kubernetes(settings))

    assert found(objects, "Deployment")["spec"]["template"]["spec"]["automountServiceAccountToken"] is (roles > 0)
    assert len([item for item in objects.manifests if item["kind"] == "Role"]) == roles


def test_a_role_elsewhere_inherits_what_it_does_not_say() -> None:
    roles = [item for item in rendered(case("every_setting")).manifests if item["kind"] == "Role"]
    rules = {item["metadata"]["namespace"]: [resource for rule in item["rules"] for resource in rule["resources"]] for item in roles}

    assert rules == {
        "coder": ["pods", "persistentvolumeclaims", "services"],
        "team-a": ["pods", "persistentvolumeclaims", "services"],
        "team-b": ["pods", "persistentvolumeclaims", "deployments"],
    }


@pytest.mark.parametrize(
    ("settings", "limits"),
    [
        ("{replicas: 2}", {"maxUnavailable": 1}),
        ("{replicas: 3, podDisruptionBudget: {maxUnavailable: 30%}}", {"maxUnavailable": "30%"}),
        ("{replicas: 3, podDisruptionBudget: {minAvailable: 2}}", {"minAvailable": 2}),
        ("{replicas: 1}", None),
        ("{replicas: 3, podDisruptionBudget: {enabled: false}}", None),
    ],
)
def test_a_disruption_budget_comes_with_the_second_replica(settings: str, limits: dict[str, object] | None) -> None:
    budgets = [item["spec"] for item in rendered(with_kubernetes(settings)).manifests if item["kind"] == "PodDisruptionBudget"]

    assert [{key: value for key, value in spec.items() if key != "selector"} for spec in budgets] == ([] if limits is None else [limits])


@pytest.mark.parametrize(
    ("settings", "resources"),
    [
        ("{}", {"requests": {"cpu": "2000m", "memory": "4096Mi"}, "limits": {"cpu": "2000m", "memory": "4096Mi"}}),
        ("{resources: {requests: {cpu: 1}}}", {"requests": {"cpu": "1"}}),
        ("{resources: {limits: {memory: 8Gi}}}", {"limits": {"memory": "8Gi"}}),
    ],
)
def test_resources_are_as_given_or_those_of_the_chart(settings: str, resources: dict[str, object]) -> None:
    assert container(rendered(with_kubernetes(settings)))["resources"] == resources


@pytest.mark.parametrize(
    ("release", "settings", "image"),
    [
        ("2.33.1", "{}", "ghcr.io/coder/coder:v2.33.1"),
        ("2.34.0-rc.1", "{}", "ghcr.io/coder/coder:v2.34.0-rc.1"),
        ("2.33", "{image: {tag: v2.33.4}}", "ghcr.io/coder/coder:v2.33.4"),
        ("2.33", "{image: {digest: 'sha256:" + "0" * 64 + "'}}", "ghcr.io/coder/coder@sha256:" + "0" * 64),
        ("2.33.1", "{image: {repository: 'r.example.com:5000/a/b'}}", "r.example.com:5000/a/b:v2.33.1"),
    ],
)
def test_the_image_is_that_of_the_release(release: str, settings: str, image: str) -> None:
    assert container(rendered(with_kubernetes(settings, BASE.replace("2.33.1", release))))["image"] == image


@pytest.mark.parametrize("kind", ["Deployment", "Service", "PodDisruptionBudget"])
def test_selectors_hold_the_two_labels_that_never_change(kind: str) -> None:
    settings = "{replicas: 2, instance: prod, labels: {app.kubernetes.io/name: mine, a: b}, pod: {labels: {c: d}}}"
    spec = found(rendered(with_kubernetes(settings)), kind)["spec"]
    selector = spec["selector"].get("matchLabels", spec["selector"])

    assert selector == {"app.kubernetes.io/name": "coder", "app.kubernetes.io/instance": "prod"}


def test_every_selector_finds_its_pods_and_only_them() -> None:
    objects = rendered(case("trial"))
    pods = {
        item["kind"]: item["spec"]["template"]["metadata"]["labels"] for item in objects.manifests if "template" in item.get("spec", {})
    }
    services = {item["metadata"]["name"]: item["spec"]["selector"] for item in objects.manifests if item["kind"] == "Service"}

    assert services["coder"].items() <= pods["Deployment"].items()
    assert services["coder-postgres"].items() <= pods["StatefulSet"].items()
    assert not services["coder"].items() <= pods["StatefulSet"].items()


def test_what_a_variable_cannot_carry_becomes_an_argument() -> None:
    assert container(rendered(with_kubernetes("{}", f"{BASE.rstrip()}\n    oidc: {{sign_in_text: ''}}\n")))["args"] == [
        "server",
        "--oidc-sign-in-text=",
    ]


def test_no_object_holds_null() -> None:
    def leaves(value: object) -> list[object]:
        if isinstance(value, dict):
            return [leaf for item in value.values() for leaf in leaves(item)]
        return [leaf for item in value for leaf in leaves(item)] if isinstance(value, list) else [value]

    assert None not in leaves(list(rendered(case("every_setting")).manifests))


def test_rendering_is_a_pure_function_of_the_stack() -> None:
    stack = case("production")

    assert rendered(stack) == rendered(stack)
