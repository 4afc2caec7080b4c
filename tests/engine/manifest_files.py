"""A project whose program registers manifest files and nothing else."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.project import ROOT, Project, environ_of

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = f"""
import json
import sys
from pathlib import Path

sys.path.insert(0, {str(ROOT / "infra")!r})
import pulumi
from codercfg.component.manifest_file import ManifestFile
from codercfg.kubernetes_objects.manifest_text import file_name, header, object_id

for manifest in json.loads(Path("../objects.json").read_text()):
    name, path = object_id(manifest, "coder"), f"out/dev/{{file_name(manifest, 'coder')}}"
    if manifest["kind"] == "Secret":
        manifest["data"] = {{key: pulumi.Output.secret(value) for key, value in manifest["data"].items()}}
    ManifestFile(name, path, header("dev"), manifest)
"""
ACCOUNT: dict[str, Any] = {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "coder", "namespace": "coder"}}
DEPLOYMENT: dict[str, Any] = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "metadata": {"name": "coder", "namespace": "coder", "labels": {"b": "1", "a": "2"}},
    "spec": {
        "replicas": 1,
        "template": {"spec": {"containers": [{"name": "coder", "args": ["server"], "ports": [{"containerPort": 80}]}]}},
    },
}


def secret(**data: str) -> dict[str, Any]:
    return {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "coder", "namespace": "coder"}, "type": "Opaque", "data": data}


@dataclass(frozen=True)
class ManifestFiles(Project):
    """The project with stack `dev` selected; its files go to `out`."""

    @classmethod
    def with_objects(cls, root: Path, cli: Path, *objects: dict[str, Any]) -> ManifestFiles:
        project = cls.with_program(root, cli, PROGRAM)
        project.give(*objects)
        return project

    @classmethod
    def with_program(cls, root: Path, cli: Path, program: str) -> ManifestFiles:
        (root / "state").mkdir(parents=True)
        (root / "infra").mkdir()
        shutil.copyfile(ROOT / "Pulumi.yaml", root / "Pulumi.yaml")
        (root / "infra" / "__main__.py").write_text(program, encoding="utf-8")
        project = cls(root, cli, environ_of(root, cli))
        project.init("dev")
        return project

    @property
    def out(self) -> Path:
        return self.root / "out" / "dev"

    def give(self, *objects: dict[str, Any]) -> None:
        """Let the program register these objects."""
        (self.root / "objects.json").write_text(json.dumps(objects), encoding="utf-8")

    def files(self) -> list[str]:
        return sorted(path.name for path in self.out.iterdir()) if self.out.is_dir() else []

    def everything_kept(self) -> str:
        """All text that the backend keeps, current and historic."""
        return "".join(path.read_text(encoding="utf-8") for path in (self.root / "state").rglob("*") if path.is_file())
