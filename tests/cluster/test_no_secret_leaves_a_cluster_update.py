"""Secrets of a stack on their way into a real API server: each ends in its key of its Secret, and nowhere else."""

from __future__ import annotations

import copy
import json
from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from canaries import leaks
from engine.canary_stack import CANARIES, STACK, give_secrets, value_of
from engine.followed import OWN_COMMANDS, Followed

if TYPE_CHECKING:
    from collections.abc import Callable

    from cluster.cluster_project import ClusterProject

NAMESPACE, NAME = "canary", "test"
# Everything that a namespace holds after an update, but for Secrets.
KINDS = (
    "api/v1/{}/pods",
    "api/v1/{}/configmaps",
    "api/v1/{}/services",
    "api/v1/{}/serviceaccounts",
    "api/v1/{}/events",
    "apis/apps/v1/{}/deployments",
    "apis/apps/v1/{}/replicasets",
)


@pytest.fixture(scope="module")
def went(new_cluster_project: Callable[[str], ClusterProject]) -> tuple[Followed, list[str]]:
    """A stack that was created, rotated, refreshed after an edit by hand, and refused by the server."""
    project = new_cluster_project(NAMESPACE)
    project.sections["deployment"] = yaml.safe_load(STACK)["config"]["coder:deployment"]
    project.write()
    followed = Followed(project, NAME)
    secrets = give_secrets(project)
    for arguments in (["preview", "--diff"], ["up", "--yes", "--skip-preview", "--event-log", "events.json"]):
        followed.run(*arguments)
    secrets += give_secrets(project, marker="-2-")
    for arguments in (["preview", "--diff"], ["preview", "--json"], ["up", "--yes", "--diff", "--event-log", "rotated.json"]):
        followed.run(*arguments)
    _edit_by_hand(project)
    for arguments in (["refresh", "--yes", "--diff"], ["up", "--yes", "--diff"], ["stack", "export"], ["stack", "output", "--json"]):
        followed.run(*arguments)
    for command in OWN_COMMANDS:
        followed.run_own(*command)
    secrets += _break(project, followed)
    return followed, secrets


def _edit_by_hand(project: ClusterProject) -> None:
    live = project.live("v1", "Secret")
    edited = {**live, "data": {**live["data"], "ADDED_BY_HAND": "ZWRpdGVk"}}
    path = project.api.path_of(live)
    assert project.api.request("PUT", path, edited).status == 200


def _break(project: ClusterProject, followed: Followed) -> list[str]:
    """A server that is not there, and one that knows nobody; each is asked to take rotated values, which are returned."""
    secrets: list[str] = []
    good, kubeconfig = project.stack_file.read_text(), project.sections["target"]["cluster"]["kubeconfig"]
    config = json.loads(Path(kubeconfig).read_text())
    gone, stranger = copy.deepcopy(config), copy.deepcopy(config)
    gone["clusters"][0]["cluster"]["server"] = "https://127.0.0.1:1"
    stranger["users"][0]["user"]["token"] = "nobody"
    for number, broken in enumerate((gone, stranger), 3):
        other = project.root / f"kubeconfig-{number}"
        other.write_text(json.dumps(broken))
        project.stack_file.write_text(good.replace(kubeconfig, str(other)))
        secrets += give_secrets(project, marker=f"-{number}-")
        followed.run("up", "--yes", "--skip-preview", "--diff", fails=True)
    project.stack_file.write_text(good)
    followed.run("up", "--yes", "--skip-preview")
    return secrets


def everything_live(project: ClusterProject) -> dict[str, str]:
    paths = [f"/{kind.format(f'namespaces/{project.namespace}')}" for kind in KINDS]
    answers = {path: project.api.get(path) for path in paths}
    assert {answer.status for answer in answers.values()} == {200}
    return {path: json.dumps(answer.body, ensure_ascii=False) for path, answer in answers.items()}


def data_of_secrets(project: ClusterProject) -> dict[str, str]:
    listed: Any = project.api.get(f"/api/v1/namespaces/{project.namespace}/secrets").body
    return {key: b64decode(value).decode() for item in listed["items"] for key, value in item.get("data", {}).items()}


def test_nothing_that_was_printed_holds_a_secret(went: tuple[Followed, list[str]]) -> None:
    followed, secrets = went
    assert leaks(secrets, followed.printed) == []


def test_no_file_holds_a_secret(went: tuple[Followed, list[str]]) -> None:
    followed, secrets = went
    assert leaks(secrets, followed.files()) == []


def test_of_all_live_objects_secrets_alone_hold_them(went: tuple[Followed, list[str]]) -> None:
    followed, secrets = went
    project: Any = followed.project
    assert leaks(secrets, everything_live(project)) == []
    today = secrets[len(CANARIES) : 2 * len(CANARIES)]
    values = {value_of(path, secret) for path, secret in zip(CANARIES, today, strict=True)}
    assert values <= set(data_of_secrets(project).values())
