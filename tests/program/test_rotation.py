"""What changes on the wire when one secret gets another value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from codercfg.component.manifest_diff import changed_paths
from program.project import written
from program.ran import Ran, ran
from program.test_many_secrets import OWNERS, SECTIONS, passed

if TYPE_CHECKING:
    from pathlib import Path

ROTATED = "rotated to something else"
PLACES = {
    "CODER_PG_CONNECTION_URL": ("deployment", "pg_connection_url"),
    "CODER_OIDC_CLIENT_SECRET": ("deployment", "oidc", "client_secret"),
    "CODER_AIBRIDGE_PROVIDER_1_KEY": ("deployment", "ai", "bridge", "providers", 1, "key"),
    "CODER_EXTERNAL_AUTH_0_CLIENT_SECRET": ("deployment", "external_auth", 0, "client_secret"),
    "CODER_EMAIL_AUTH_PASSWORD": ("env", "CODER_EMAIL_AUTH_PASSWORD"),
}
TARGETS: dict[str, Any] = {"files": {"files": {"secrets": "write"}}, "cluster": {"cluster": {"context": "test"}}}


def replaced(value: Any, place: tuple[str | int, ...], text: str) -> Any:
    if not place:
        return text
    if isinstance(value, list):
        return [replaced(item, place[1:], text) if index == place[0] else item for index, item in enumerate(value)]
    return {key: replaced(item, place[1:], text) if key == place[0] else item for key, item in value.items()}


def objects(done: Ran) -> dict[str, Any]:
    assert (done.code, done.logged("ERROR"), done.stderr) == (0, [], "")
    return {name: item.properties.get("manifest", item.properties) for name, item in done.resources.items()}


@pytest.fixture(scope="module", params=sorted(TARGETS))
def before(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any], dict[str, Any]]:
    root, target = tmp_path_factory.mktemp("project"), TARGETS[request.param]
    written(root, {**SECTIONS, "target": target})
    config = {**passed(), "target": target}
    return root, config, objects(ran(root, config))


@pytest.mark.parametrize("variable", sorted(PLACES))
def test_one_key_of_one_secret_and_one_fingerprint_change(variable: str, before: tuple[Path, dict[str, Any], dict[str, Any]]) -> None:
    root, config, old = before
    text = "postgres://coder:rotated@db/coder" if variable == "CODER_PG_CONNECTION_URL" else ROTATED
    new = objects(ran(root, replaced(config, PLACES[variable], text)))
    owner = next(name for name, keys in OWNERS.items() if variable in keys)
    found = {(name, path) for name in old for path in changed_paths(old[name], new[name])}
    assert old.keys() == new.keys()
    assert found == {
        (owner, f"data.{variable}"),
        ("deployment-coder", f'spec.template.metadata.annotations["codercfg/{owner}"]'),
    }


def test_both_targets_get_the_same_fingerprints(tmp_path: Path) -> None:
    found = []
    for target in TARGETS.values():
        written(tmp_path, {**SECTIONS, "target": target})
        made = objects(ran(tmp_path, {**passed(), "target": target}))
        found.append(made["deployment-coder"]["spec"]["template"]["metadata"]["annotations"])
    assert found[0] == found[1]
    assert set(found[0]) == {f"codercfg/{name}" for name in OWNERS}
