"""One stack, two targets: what goes to a cluster is what is written into files, byte by byte."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from cluster.cluster_project import ClusterProject

# What the plugin adds to the inputs of every object that it makes.
MANAGED_BY = "app.kubernetes.io/managed-by"


def test_a_stack_that_goes_from_files_to_a_cluster_and_back_writes_the_same_bytes(cluster_project: ClusterProject) -> None:
    project = cluster_project
    files = {"cluster": None, "files": {"secrets": "write"}}
    settings = {"replicas": 2, "ingress": {"enabled": True}}

    project.write(target=files, kubernetes=settings)
    project.up("--skip-preview")
    before = written(project)

    project.write(kubernetes=settings)
    project.up("--skip-preview")
    assert written(project) == {}
    registered = inputs(project)

    project.write(target=files, kubernetes=settings)
    project.up("--skip-preview")
    assert written(project) == before
    assert project.api.get(f"/api/v1/namespaces/{project.namespace}").status == 404

    manifests = {f"{item['kind']}/{item['metadata']['name']}": item for text in before.values() for item in [yaml.safe_load(text)]}
    assert {name: as_written(item) for name, item in registered.items()} == manifests


def written(project: ClusterProject) -> dict[str, str]:
    folder = project.root / "out" / "test"
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())} if folder.is_dir() else {}


def inputs(project: ClusterProject) -> dict[str, dict[str, Any]]:
    """What the program asked of the plugin, as the state has it."""
    exported = json.loads(project.run("stack", "export", "--show-secrets").stdout)
    found = [item["inputs"] for item in exported["deployment"]["resources"] if item["type"].startswith("kubernetes:")]
    return {f"{item['kind']}/{item['metadata']['name']}": plain(item) for item in found}


def plain(value: Any) -> Any:
    """The value without the marks by which the state keeps secrets."""
    if isinstance(value, dict) and "plaintext" in value:
        return json.loads(value["plaintext"])
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def as_written(registered: dict[str, Any]) -> dict[str, Any]:
    """The object without what is for the plugin alone: its label, and that nobody waits for the Ingress."""
    meta = {**registered["metadata"], "labels": {**registered["metadata"]["labels"], MANAGED_BY: "codercfg"}}
    annotations = {name: value for name, value in meta.pop("annotations", {}).items() if not name.startswith("pulumi.com/")}
    return {**registered, "metadata": {**meta, **({"annotations": annotations} if annotations else {})}}
