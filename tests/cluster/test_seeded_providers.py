"""A change that the server would refuse never reaches the cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cluster.contents import changed, contents

if TYPE_CHECKING:
    from cluster.cluster_project import ClusterProject

KEY = "coder:deployment.ai.bridge.providers[0].key"


def test_a_rotated_provider_key_is_refused_before_any_object_changes(cluster_project: ClusterProject) -> None:
    project = cluster_project
    project.sections["release"] = "2.34.1"
    project.sections["deployment"]["ai"] = {"bridge": {"providers": [{"type": "openai", "name": "eu"}]}}
    project.write()
    project.set_secret(KEY, "old-canary")
    project.up("--skip-preview")
    before = contents(project.api, project.namespace)

    project.set_secret(KEY, "new-canary")
    for done in (project.preview(code=None), project.up("--skip-preview", code=None)):
        said = done.stdout + done.stderr
        assert done.returncode != 0
        assert "[PUL070] `key` of the AI provider `eu` is not what the database was seeded with" in said
        assert "canary" not in said
    assert changed(before, contents(project.api, project.namespace)) == set()

    file = project.stack_file
    reason = "    aiProviders: {changed: {eu: rotated in the product}}\n"
    file.write_text(file.read_text().replace("  coder:kubernetes:\n", f"  coder:kubernetes:\n{reason}"))
    project.up("--skip-preview")
    assert changed(before, contents(project.api, project.namespace)) == {"Secret/coder-ai-providers", "Deployment/coder"}
