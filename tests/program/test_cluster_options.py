"""Resource options of the objects in a cluster, as they go over the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from program.project import run_stack, stack

if TYPE_CHECKING:
    from pathlib import Path

    from program.ran import Ran, Registered

MADE = {"pulumi-python:dynamic/codercfg:StackKey": {"key": "ab" * 32}}
TRIAL: dict[str, Any] = {"postgres": {"trial": True}, "ingress": {"enabled": True}, "replicas": 2}


def run(root: Path, **cluster: Any) -> Ran:
    sections = stack(
        deployment={"access_url": "https://coder.example.com"},
        kubernetes=TRIAL,
        target={"cluster": {"context": "prod", "clusterIdentifier": "eu-1", **cluster}},
    )
    sections["target"]["cluster"] = {key: value for key, value in sections["target"]["cluster"].items() if value is not None}
    done = run_stack(root, sections, made=MADE)
    assert (done.code, done.logged("ERROR"), done.stderr) == (0, [], "")
    return done


def objects(done: Ran) -> dict[str, Registered]:
    return {name: item for name, item in done.resources.items() if item.request.type.startswith("kubernetes:")}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    return run(tmp_path_factory.mktemp("project"))


def test_what_holds_data_is_protected(usual: Ran) -> None:
    protected = {name for name, item in usual.resources.items() if item.request.protect}
    assert protected == {"namespace-coder", "secret-coder-postgres", "statefulset-coder-postgres"}
    assert not any(item.request.retainOnDelete for item in usual.resources.values())


def test_nothing_is_ever_deleted_before_it_is_replaced_by_our_word(usual: Ran) -> None:
    assert not any(item.request.deleteBeforeReplaceDefined or item.request.deleteBeforeReplace for item in usual.resources.values())


def test_nothing_waits_longer_than_the_plugin_does_by_itself(usual: Ran) -> None:
    assert {item.request.customTimeouts.create for item in usual.resources.values()} == {""}


def test_every_object_explains_its_failures_and_nothing_else_does(usual: Ran) -> None:
    explained = {name for name, item in usual.resources.items() if list(item.request.hooks.on_error) == ["codercfg-explain"]}
    assert explained == set(objects(usual))
    assert usual.engine.hooks == ["codercfg-explain"]


def test_nothing_is_registered_before_the_layout(usual: Ran) -> None:
    order = [request.name for request in usual.engine.requests]
    assert usual.resources["kubernetes"].needs == {"layout"}
    assert order.index("layout") < order.index("kubernetes") < min(order.index(name) for name in objects(usual))
    assert usual.resources["layout"].properties["cluster"] == "eu-1"


def test_everything_can_be_protected_and_nothing(tmp_path: Path) -> None:
    everything = run(tmp_path / "all", protect="all")
    assert {name for name, item in everything.resources.items() if item.request.protect} == set(objects(everything))
    assert not any(item.request.protect for item in run(tmp_path / "none", protect="none").resources.values())


def test_what_is_retained_is_not_protected(tmp_path: Path) -> None:
    done = run(tmp_path, retain="data")
    retained = {name for name, item in done.resources.items() if item.request.retainOnDelete}
    assert retained == {"namespace-coder", "secret-coder-postgres", "statefulset-coder-postgres"}
    assert not any(item.request.protect for item in done.resources.values())


def test_timeouts_hold_for_a_kind_before_they_hold_for_all(tmp_path: Path) -> None:
    waits = {
        name: {item.request.customTimeouts.create, item.request.customTimeouts.update, item.request.customTimeouts.delete}
        for name, item in objects(run(tmp_path, timeout="5m", timeouts={"Deployment": "20m"})).items()
    }
    assert waits.pop("deployment-coder") == {"20m"}
    assert {wait for found in waits.values() for wait in found} == {"5m"}


def test_named_objects_are_imported_and_said_so(tmp_path: Path) -> None:
    done = run(tmp_path, **{"import": ["deployment/coder", "Namespace/coder"]})
    imported = {name: item.request.importId for name, item in done.resources.items() if item.request.importId}
    assert imported == {"deployment-coder": "coder/coder", "namespace-coder": "coder"}
    provider = done.resources["kubernetes"].properties
    assert (provider["upsertExistingObjects"], provider["enablePatchForce"]) == ("false", "true")
    said = [text.partition("\n")[0].partition("] ")[2] for text in done.logged("INFO") if "[PUL" in text]
    assert said == [
        "existing objects are taken over: deployment/coder, Namespace/coder",
        "Deployment `coder/coder` can be taken over with the selector app.kubernetes.io/name=coder, app.kubernetes.io/instance=coder alone",
    ]


def test_an_import_of_nothing_stops_before_anything_is_registered(tmp_path: Path) -> None:
    done = run_stack(tmp_path, stack(target={"cluster": {"context": "prod", "import": ["deployment/codr"]}}), made=MADE)
    assert (done.code, done.resources) == (1, {})
    assert any("[PUL003] the stack has no object `deployment/codr`" in text for text in done.logged("ERROR"))


def test_a_cluster_without_a_name_of_its_own_is_noted(tmp_path: Path) -> None:
    done = run(tmp_path, clusterIdentifier=None)
    assert done.resources["layout"].properties["cluster"] == "prod"
    assert [text for text in done.logged("INFO") if "[PUL007] the cluster has no `clusterIdentifier`" in text]


def test_an_object_keeps_its_history_under_another_version_of_its_kind(usual: Ran) -> None:
    former = {name: [alias.spec.type for alias in item.request.aliases] for name, item in usual.resources.items() if item.request.aliases}
    assert former == {
        "ingress-coder": ["kubernetes:networking.k8s.io/v1beta1:Ingress"],
        "poddisruptionbudget-coder": ["kubernetes:policy/v1beta1:PodDisruptionBudget"],
    }
    assert not any(alias.spec.name or alias.spec.noParent for item in usual.resources.values() for alias in item.request.aliases)
