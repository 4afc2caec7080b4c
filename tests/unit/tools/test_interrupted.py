"""States as updates leave them that were killed."""

from __future__ import annotations

from typing import Any

import pytest
from tools.bootstrap.interrupted import MANIFEST_FILE, settled

STACK: dict[str, Any] = {"urn": "urn:pulumi:dev::coder::pulumi:pulumi:Stack::coder-dev", "type": "pulumi:pulumi:Stack", "custom": False}


def resource(kind: str, name: str, **inputs: Any) -> dict[str, Any]:
    return {"urn": f"urn:pulumi:dev::coder::{kind}::{name}", "type": kind, "custom": True, "inputs": inputs}


def pending(operation: str, of: dict[str, Any]) -> dict[str, Any]:
    return {"type": operation, "resource": of}


def deployment(*resources: dict[str, Any], operations: list[dict[str, Any]]) -> dict[str, Any]:
    return {"manifest": {}, "resources": [STACK, *resources], "pending_operations": operations}


FILE = resource(MANIFEST_FILE, "service-coder", path="out/dev/50-service-coder.yaml", header="# ours", manifest={"kind": "Service"})
SECRET = resource("kubernetes:core/v1:Secret", "secret-coder", metadata={"name": "coder", "namespace": "coder-dev"})
NAMESPACE = resource("kubernetes:core/v1:Namespace", "namespace-coder", metadata={"name": "coder-dev"})


def test_a_state_without_pending_operations_is_left_alone() -> None:
    assert settled(deployment(FILE, operations=[])) is None
    assert settled({"manifest": {}}) is None


def test_a_file_that_may_exist_is_taken_over_and_written_anew() -> None:
    made = settled(deployment(operations=[pending("creating", FILE)]))
    assert made is not None
    assert made.deployment["pending_operations"] == []
    stack, taken = made.deployment["resources"]
    assert stack == STACK
    assert taken == {**FILE, "id": "out/dev/50-service-coder.yaml", "outputs": {**FILE["inputs"], "file": "not known"}}
    assert (made.taken_over, made.to_ask, made.leftover_files) == ([FILE["urn"]], [], [])


@pytest.mark.parametrize(("found", "id_"), [(SECRET, "coder-dev/coder"), (NAMESPACE, "coder-dev")])
def test_an_object_of_a_cluster_that_may_exist_is_taken_over_and_asked_for(found: dict[str, Any], id_: str) -> None:
    made = settled(deployment(operations=[pending("creating", found)]))
    assert made is not None
    assert made.deployment["resources"][-1] == {**found, "id": id_, "outputs": found["inputs"]}
    assert (made.taken_over, made.to_ask) == ([found["urn"]], [found["urn"]])


@pytest.mark.parametrize("operation", ["updating", "deleting", "reading"])
def test_what_was_changed_or_removed_is_asked_of_the_cluster_and_seen_on_disk_anyway(operation: str) -> None:
    made = settled(deployment(FILE, SECRET, operations=[pending(operation, FILE), pending(operation, SECRET)]))
    assert made is not None
    assert made.deployment["resources"] == [STACK, FILE, SECRET]
    assert (made.taken_over, made.to_ask, made.leftover_files) == ([], [SECRET["urn"]], [])


def test_what_a_later_update_has_created_is_not_taken_over_twice() -> None:
    made = settled(
        deployment(FILE, SECRET, operations=[pending("creating", FILE), pending("creating", SECRET), pending("creating", SECRET)])
    )
    assert made is not None
    assert made.deployment["resources"] == [STACK, FILE, SECRET]
    assert (made.taken_over, made.leftover_files) == ([], [])


def test_a_file_that_was_moving_is_no_longer_wanted_at_its_new_place() -> None:
    moved = {**FILE, "inputs": {**FILE["inputs"], "path": "elsewhere/50-service-coder.yaml"}}
    made = settled(deployment(FILE, operations=[pending("creating", moved)]))
    assert made is not None
    assert made.deployment["resources"] == [STACK, FILE]
    assert made.leftover_files == [moved["inputs"]]


def test_what_exists_in_the_state_alone_is_simply_made_anew() -> None:
    key = resource("pulumi-python:dynamic/codercfg:StackKey", "fingerprint-key")
    provider = resource("pulumi:providers:kubernetes", "kubernetes")
    made = settled(deployment(operations=[pending("creating", key), pending("creating", provider)]))
    assert made is not None
    assert made.deployment["resources"] == [STACK]
    assert (made.taken_over, made.to_ask) == ([], [])


def test_what_only_its_owner_can_judge_stays_with_everything_else() -> None:
    theirs = resource("aws:s3/bucket:Bucket", "theirs")
    assert settled(deployment(operations=[pending("creating", FILE), pending("creating", theirs)])) is None
    assert settled(deployment(theirs, operations=[pending("updating", theirs)])) is not None
