"""A throw-away copy of the project whose stack `test` goes to the control plane of the tests."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from engine.project import Project
from kubernetes_plugin.install import install

if TYPE_CHECKING:
    from pathlib import Path

    from cluster.api import Api
    from cluster.control_plane import ControlPlane

STACK = "test"
DATABASE = "postgres://coder:database-canary@db.example.com/coder"


@dataclass(frozen=True)
class ClusterProject(Project):
    """The project, and what its stack says.

    Attributes:
        api: A client with all rights, for what a test does by hand.
        namespace: Where the objects go.
        plugin: `real` or `stand-in`.
        sections: The sections of the stack (`deployment`, `kubernetes`, `target`), to be changed and written anew.
    """

    api: Api
    namespace: str
    plugin: str
    sections: dict[str, Any]

    @classmethod
    def on(cls, plane: ControlPlane, api: Api, root: Path, cli: Path, namespace: str) -> ClusterProject:
        """Make the project and its stack, with a database URL as the one secret of its own."""
        made = Project.create(root, cli)
        plugin = install(root / "home")
        project = cls(made.root, made.cli, made.environ, api, namespace, plugin, base_sections(plane, namespace))
        project.write()
        project.init(STACK)
        project.set_secret("coder:deployment.pg_connection_url", DATABASE)
        return project

    @property
    def stack_file(self) -> Path:
        return self.root / "stacks" / f"Pulumi.{STACK}.yaml"

    def set_secret(self, path: str, value: str) -> None:
        self.run("config", "set", "--secret", "--path", path, value)

    def write(self, **changes: dict[str, Any]) -> None:
        """Write the stack file from `sections` with `changes` merged into them (None takes a key away); secrets that are set stay."""
        self.stack_file.write_text(self._text(changes), encoding="utf-8")

    def _text(self, changes: dict[str, dict[str, Any]]) -> str:
        old = yaml.safe_load(self.stack_file.read_text(encoding="utf-8")) if self.stack_file.exists() else {}
        sections = copy.deepcopy(self.sections)
        for name, change in changes.items():
            _merge(sections.setdefault(name, {}), change)
        config = {f"coder:{name}": value for name, value in sections.items()}
        _keep_ciphertext(config, old.get("config", {}))
        return yaml.safe_dump({**old, "config": config}, sort_keys=False)

    def planned_with(self, name: str, **changes: dict[str, Any]) -> dict[str, Any]:
        """Preview the stack as it would be with `changes`; several may run at once."""
        file = self.root / f"{name}.yaml"
        file.write_text(self._text(changes), encoding="utf-8")
        digest: dict[str, Any] = json.loads(self.run("preview", "--json", "--config-file", str(file), CODERCFG_STACK_FILE=file.name).stdout)
        return digest

    def steps(self, digest: dict[str, Any]) -> dict[str, str]:
        """What a preview would do to which object: `{"deployment-coder": "update"}`, without what stays the same."""
        return {step["urn"].rpartition("::")[2]: step["op"] for step in digest["steps"] if step["op"] != "same"}

    def live(self, version: str, kind: str, name: str = "coder", namespace: str | None = None) -> dict[str, Any]:
        """An object as it lives."""
        path = self.api.path_of({"apiVersion": version, "kind": kind, "metadata": {"name": name, "namespace": namespace or self.namespace}})
        answer = self.api.get(path)
        assert answer.status == 200, (path, answer.body)
        found: dict[str, Any] = answer.body
        return found


def base_sections(plane: ControlPlane, namespace: str) -> dict[str, Any]:
    """The smallest stack that goes to the control plane."""
    cluster = {"context": "test", "kubeconfig": str(plane.kubeconfig), "clusterIdentifier": "control-plane-of-the-tests"}
    return {
        "release": "2.33.1",
        "deployment": {"access_url": "https://coder.example.com"},
        "kubernetes": {"namespace": namespace, "service": {"type": "ClusterIP"}},
        "target": {"cluster": {**cluster, "protect": "none"}},  # a test cleans up after itself
    }


def _merge(into: dict[str, Any], change: dict[str, Any]) -> None:
    for key, value in change.items():
        if value is None:
            into.pop(key, None)
        elif isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = copy.deepcopy(value)


def _keep_ciphertext(new: dict[str, Any], old: dict[str, Any]) -> None:
    for key, value in old.items():
        if isinstance(value, dict) and set(value) == {"secure"}:
            new.setdefault(key, value)
        elif isinstance(value, dict) and isinstance(new.get(key), dict):
            _keep_ciphertext(new[key], value)
