"""A stack whose target changes keeps its manifests."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from codercfg.kubernetes_objects.manifest_text import file_text
from program.project import decrypted, run_stack, stack
from program.ran import ROOT, unwrapped

if TYPE_CHECKING:
    from pathlib import Path

MADE = {"pulumi-python:dynamic/codercfg:StackKey": {"key": "ab" * 32}}
FILES, CLUSTER = {"files": {"secrets": "write"}}, {"cluster": {"context": "prod"}}
FULL = stack(kubernetes={"ingress": {"enabled": True}, "replicas": 3, "serviceAccount": {"workspaceNamespaces": [{"name": "workspaces"}]}})


def shipped(name: str) -> dict[str, Any]:
    config = yaml.safe_load((ROOT / "stacks" / f"Pulumi.{name}.yaml").read_text(encoding="utf-8"))["config"]
    return {key.removeprefix("coder:"): value for key, value in config.items()}


def manifests(root: Path, sections: dict[str, Any], target: dict[str, Any]) -> dict[str, Any]:
    """What is registered for each object, secrets in the open."""
    done = run_stack(root, {**decrypted(sections), **sections, "target": target}, made=MADE)
    assert (done.code, done.stderr) == (0, "")
    found = {name: item.properties for name, item in done.resources.items()}
    if "files" in target:
        return {name: properties["manifest"] for name, properties in found.items() if "manifest" in properties}
    return {name: properties for name, properties in found.items() if "kind" in properties}


def text(manifest: dict[str, Any], *, cluster: bool) -> str:
    """The bytes of the file, without the word that is meant for the plugin alone."""
    made = copy.deepcopy(_open(manifest))
    if cluster and (made["kind"] == "Ingress" or (made["kind"] == "Service" and made["spec"].get("type") != "LoadBalancer")):
        assert made["metadata"]["annotations"].pop("pulumi.com/skipAwait") == "true"
        if not made["metadata"]["annotations"]:
            made["metadata"].pop("annotations")
    return file_text("#", made)


def _open(value: Any) -> Any:
    if isinstance(value, tuple):
        return value[1]
    if isinstance(value, dict):
        return {key: _open(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_open(item) for item in value]
    return int(value) if isinstance(value, float) else value


@pytest.mark.parametrize("name", ["dev", "production", "airgapped", "full"])
def test_not_a_byte_of_a_manifest_changes_with_the_target(tmp_path: Path, name: str) -> None:
    sections = FULL if name == "full" else shipped(name)
    files, cluster = (manifests(tmp_path, sections, target) for target in (FILES, CLUSTER))
    assert {key: text(item, cluster=True) for key, item in cluster.items()} == {
        key: text(item, cluster=False) for key, item in files.items()
    }
    assert unwrapped(files).keys() == cluster.keys()
