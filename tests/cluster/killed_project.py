"""A stack that goes to a cluster through `.venv/bin/pulumi`'s own code, and what must hold when an update is over."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from canaries import leaks
from cluster.cluster_project import STACK
from engine.project import ROOT
from engine.test_shim import RUN

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from cluster.cluster_project import ClusterProject

LIMIT_SECONDS = 240
CANARY = "database-canary"
LISTED = (
    "/api/v1/namespaces/{}/serviceaccounts",
    "/api/v1/namespaces/{}/secrets",
    "/api/v1/namespaces/{}/services",
    "/apis/rbac.authorization.k8s.io/v1/namespaces/{}/roles",
    "/apis/rbac.authorization.k8s.io/v1/namespaces/{}/rolebindings",
    "/apis/apps/v1/namespaces/{}/deployments",
    "/apis/policy/v1/namespaces/{}/poddisruptionbudgets",
    "/apis/networking.k8s.io/v1/namespaces/{}/ingresses",
)


class KilledProject:
    """One stack, its state in the clone's own backend."""

    def __init__(self, project: ClusterProject) -> None:
        self.project = project
        root = project.root
        self.backend = root / ".local" / "backend"
        self.backend.mkdir(parents=True)
        (root / ".venv").symlink_to(sys.prefix)
        (root / "tmp").mkdir()
        project.environ.update({"PULUMI_BACKEND_URL": self.backend.as_uri(), "TMPDIR": str(root / "tmp")})
        project.init(STACK)

    def start(self) -> subprocess.Popen[str]:
        shim: list[str | Path] = [sys.executable, "-c", RUN, ROOT, self.project.cli, self.project.root]
        return subprocess.Popen(
            [*shim, "--color", "never", "--non-interactive", "up", "--yes", "--skip-preview", "--stack", STACK],
            cwd=self.project.root,
            env=self.project.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def heed(self, said: str) -> None:
        """Do what the messages of an update that failed say: where the cluster did not confirm a change, look before the next update."""
        if "`pulumi refresh` before `pulumi up`" in said:
            self.project.refresh("--skip-preview", "--stack", STACK)

    def finish(self, changes: dict[str, Any]) -> list[str]:
        """Update until it succeeds, doing what the messages say; returns what had to be typed."""
        typed: list[str] = []
        for _ in range(3):
            running = self.start()
            said, _nothing = running.communicate(timeout=LIMIT_SECONDS)
            assert leaks([CANARY], {"up": said}) == []
            if running.returncode == 0:
                assert "pending operations" not in said
                return typed
            exist = re.findall(r"error: \[PUL026\] (\w+) (?:[^/ ]+/)?(\S+) could not be created", said)
            assert exist, said
            assert "take it over with `target.cluster.import`" in said
            typed += sorted({f"{kind.lower()}/{name}" for kind, name in exist})
            self.project.write(**{**changes, "target": {"cluster": {"import": typed}}})
        raise AssertionError(f"did not come to an end: {typed}")

    def converged(self, changes: dict[str, Any]) -> None:
        """State and cluster hold the same objects, each once, as the stack wants them."""
        project = self.project
        stored = json.loads((self.backend / f".pulumi/stacks/coder/{STACK}.json").read_text(encoding="utf-8"))
        deployment = stored["checkpoint"]["latest"]
        assert deployment.get("pending_operations", []) == []
        known = [resource for resource in deployment["resources"] if resource["type"].startswith("kubernetes:")]
        assert len({resource["urn"] for resource in known}) == len(known)
        live = {f"{item['metadata']['namespace']}/{item['metadata']['name']} {path}" for path in LISTED for item in self._ours(path)}
        namespaced = [resource for resource in known if "/" in resource["id"]]
        assert len(live) == len(namespaced), (sorted(live), sorted(resource["id"] for resource in namespaced))
        assert {entry.partition(" ")[0] for entry in live} == {resource["id"] for resource in namespaced}
        spec = project.live("apps/v1", "Deployment")["spec"]
        assert {"name": "CODER_ACCESS_URL", "value": changes["deployment"]["access_url"]} in spec["template"]["spec"]["containers"][0][
            "env"
        ]
        assert spec["replicas"] == changes["kubernetes"]["replicas"]
        assert list((self.backend / ".pulumi" / "locks").rglob("*.json")) == []

    def no_secret_is_left(self, since: float) -> None:
        links = {self.project.root / "infra" / "codercfg", self.project.root / "templates", self.project.root / ".venv"}
        found = (path for path in self.project.root.rglob("*") if path.is_file() and not links & {path, *path.parents})
        texts = {str(path): path.read_bytes().decode(errors="replace") for path in found if path.stat().st_mtime >= since}
        assert leaks([CANARY], texts) == []

    def _ours(self, path: str) -> list[dict[str, Any]]:
        answer = self.project.api.get(path.format(self.project.namespace))
        assert answer.status == 200, answer.body
        return [item for item in answer.body["items"] if item["metadata"].get("labels", {}).get("app.kubernetes.io/part-of") == "coder"]


def random_changes(random: Random) -> dict[str, Any]:
    """A stack that may have more or less than the one before."""
    return {
        "deployment": {"access_url": f"https://n{random.randrange(1_000_000)}.example.com"},
        "kubernetes": {"replicas": random.choice((1, 2)), "ingress": {"enabled": random.random() < 0.5, "className": "nginx"}},
    }
