"""The stacks that people start from, on a real API server: file by file, in the order of the files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from codercfg.kubernetes_objects.manifest_text import file_name, file_text, header
from codercfg.kubernetes_objects.render import render_objects
from codercfg.stack_check import load_stack
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cluster.api import Api

ROOT = Path(__file__).parents[2]
STACKS = ("dev", "production", "airgapped")
NAMESPACE = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "coder"}}


def objects_of(name: str) -> list[dict[str, Any]]:
    """The objects as `kubectl apply` would read them from the stack's files."""
    loaded = load_stack(ROOT / "stacks" / f"Pulumi.{name}.yaml")
    assert (loaded.report.diagnostics, loaded.stack is None) == ((), False)
    assert loaded.stack is not None
    secrets = loaded.stack.target.files.secrets
    made = render_objects(
        loaded.stack,
        "write" if secrets == "write" else "omit",
        root=ROOT,
        postgres_password=SecretText("made up for a test"),
        fingerprint_key=bytes(32),
    )
    assert made.ok
    texts = {file_name(manifest, "coder"): file_text(header(name), manifest) for manifest in made.manifests}
    return [yaml.safe_load(texts[file]) for file in sorted(texts)]


@pytest.fixture(params=STACKS)
def objects(request: pytest.FixtureRequest, api: Api) -> Iterator[list[dict[str, Any]]]:
    """The objects of one stack; what was stored of them is gone afterwards, but for the namespace (nothing here could finish it)."""
    found = objects_of(request.param)
    assert api.apply(NAMESPACE).status in {200, 201}
    yield found
    for manifest in reversed(found):
        if manifest["kind"] != "Namespace":
            api.delete(manifest)


def test_every_object_of_a_shipped_stack_is_accepted_and_stored_as_it_is(api: Api, objects: list[dict[str, Any]]) -> None:
    for manifest in objects:
        answer = api.apply(manifest, dry_run=True)
        assert (answer.status in {200, 201}, answer.warnings) == (True, []), (manifest["kind"], answer.body, answer.warnings)
    for manifest in objects:
        answer = api.apply(manifest)
        assert (answer.status in {200, 201}, answer.warnings) == (True, []), (manifest["kind"], answer.body, answer.warnings)
        stored = api.get(api.path_of(manifest)).body
        assert [place for place in lost(manifest, stored) if ".resources." not in place] == []  # 2000m is stored as 2


def test_applying_again_changes_nothing(api: Api, objects: list[dict[str, Any]]) -> None:
    for manifest in objects:
        api.apply(manifest)
    before = {file_name(manifest, "coder"): version(api, manifest) for manifest in objects}
    for manifest in objects:
        assert api.apply(manifest).status == 200
    assert {file_name(manifest, "coder"): version(api, manifest) for manifest in objects} == before


def version(api: Api, manifest: dict[str, Any]) -> str:
    """The version of what was asked for: controllers write the status, which raises only the version of the whole object."""
    meta = api.get(api.path_of(manifest)).body["metadata"]
    return str(meta.get("generation", meta["resourceVersion"]))


def lost(wanted: Any, stored: Any, place: str = "") -> list[str]:
    """Places of what was asked for and is not stored; a server may add to it."""
    if isinstance(wanted, dict) and isinstance(stored, dict):
        return [found for key, value in wanted.items() for found in lost(value, stored.get(key), f"{place}.{key}")]
    if isinstance(wanted, list) and isinstance(stored, list) and len(wanted) == len(stored):
        return [found for index, pair in enumerate(zip(wanted, stored, strict=True)) for found in lost(*pair, f"{place}[{index}]")]
    same = wanted == stored or (wanted in ({}, [], "") and stored is None)
    return [] if same else [place]
