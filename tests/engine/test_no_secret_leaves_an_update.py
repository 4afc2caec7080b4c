"""Secrets of a stack through everything that the real CLI does with it: each stands in `Secret.data` and nowhere else."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

import pytest

from canaries import leaks
from engine.canary_stack import CANARIES, STACK, give_secrets, value_of
from engine.followed import OWN_COMMANDS, Followed
from engine.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "canary"


@pytest.fixture(scope="module")
def went(pulumi: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Followed, list[str]]]:
    """A stack that was created, previewed, updated, rotated, refreshed and broken in several ways."""
    followed = Followed(Project.create(tmp_path_factory.mktemp("canary") / "project", pulumi), NAME)
    project = followed.project
    project.write_stack(NAME, STACK)
    project.init(NAME)
    secrets = give_secrets(project)
    for arguments in (["preview"], ["up", "--yes", "--skip-preview", "--event-log", "events.json"]):
        followed.run(*arguments)
    secrets += give_secrets(project, marker="-2-")
    for arguments in (["preview", "--diff"], ["preview", "--json"], ["up", "--yes", "--diff", "--event-log", "rotated.json"]):
        followed.run(*arguments)
    _edit_by_hand(project)
    for arguments in (
        ["refresh", "--yes", "--diff"],
        ["up", "--yes", "--diff"],
        ["stack", "export"],
        ["stack", "output", "--json"],
        ["config"],
    ):
        followed.run(*arguments)
    for command in OWN_COMMANDS:
        followed.run_own(*command)
    _break(followed)
    yield followed, secrets
    project.destroy("--skip-preview")


def _edit_by_hand(project: Project) -> None:
    file = project.root / "out" / NAME / "30-secret-coder.yaml"
    file.write_text(file.read_text().replace("data:\n", "data:\n  EXTRA: eHg=\n"))


def _break(followed: Followed) -> None:
    """Everything that stops an update, early and late."""
    project = followed.project
    stack = project.root / "stacks" / f"Pulumi.{NAME}.yaml"
    good = stack.read_text()
    for wrong in (
        good.replace("issuer_url", "issuer_ulr"),
        good.replace("release:", "release: 9.9.9 #"),
        good.replace("type: openai", "type: opnai"),
    ):
        assert wrong != good
        stack.write_text(wrong)
        followed.run("preview", "--diff", fails=True)
    stack.write_text(good.replace("secrets: write", "secrets: write\n      directory: Pulumi.yaml/out"))
    followed.run("up", "--yes", "--skip-preview", fails=True)
    stack.write_text(good.replace("v1:", "v1:AAAA", 2))
    followed.run("preview", fails=True)
    stack.write_text(good)
    followed.run("preview", "--diff", "--expect-no-changes")


def secret_files(project: Project) -> dict[str, str]:
    return {f"out/{NAME}/{path.name}": path.read_text() for path in sorted((project.root / "out" / NAME).glob("30-secret-*.yaml"))}


def test_nothing_that_was_printed_holds_a_secret(went: tuple[Followed, list[str]]) -> None:
    followed, secrets = went
    assert leaks(secrets, followed.printed) == []


def test_of_all_files_the_manifests_of_secrets_alone_hold_them(went: tuple[Followed, list[str]]) -> None:
    followed, secrets = went
    assert sorted(leaks(secrets, followed.files())) == list(secret_files(followed.project))


def test_those_hold_every_value_of_today(went: tuple[Followed, list[str]]) -> None:
    followed, secrets = went
    today = "".join(secret_files(followed.project).values())
    values = [value_of(path, secret) for path, secret in zip(CANARIES, secrets[len(CANARIES) :], strict=True)]
    assert [value for value in values if b64encode(value.encode()).decode() not in today] == []


def test_the_log_of_events_says_what_changed_by_key(went: tuple[Followed, list[str]]) -> None:
    followed, _ = went
    assert "CODER_OIDC_CLIENT_SECRET" in (followed.project.root / "rotated.json").read_text()
