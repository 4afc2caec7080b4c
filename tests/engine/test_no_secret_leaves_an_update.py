"""Secrets of a stack through everything that the real CLI does with it: each stands in `Secret.data` and nowhere else."""

from __future__ import annotations

import subprocess
import sys
from base64 import b64encode
from typing import TYPE_CHECKING

import pytest

from canaries import leaks
from engine.canary_stack import CANARIES, STACK, give_secrets, value_of
from engine.project import ROOT, Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "canary"
OWN_COMMANDS = (
    *(("check", "--format", form) for form in ("text", "concise", "json", "github", "sarif")),
    ("render",),
    ("env",),
    ("upgrade", "--to", "2.34.1"),
    ("migrate", "--to", "2.34.1"),
)


class Updates:
    """What one stack went through, and all that was printed on the way."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.printed: dict[str, str] = {}
        (project.root / "tmp").mkdir()

    def run(self, *arguments: str, fails: bool = False) -> str:
        """Run the CLI with its temporary files inside the project, and keep what it prints."""
        done = self.project.run(*arguments, code=None, TMPDIR=str(self.project.root / "tmp"), PULUMI_DEBUG_COMMANDS="true")
        said = done.stdout + done.stderr
        assert (done.returncode != 0) == fails, said
        self.printed[f"pulumi {' '.join(arguments)} #{len(self.printed)}"] = said
        return said

    def run_own(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "codercfg.cli", arguments[0], f"stacks/Pulumi.{NAME}.yaml", *arguments[1:]]
        environ = {**self.project.environ, "PYTHONPATH": str(ROOT / "infra")}
        done = subprocess.run(command, cwd=self.project.root, env=environ, capture_output=True, text=True, check=False, timeout=60)
        assert "Traceback" not in done.stderr
        assert done.stdout + done.stderr
        self.printed[" ".join(["codercfg", *arguments])] = done.stdout + done.stderr

    def files(self) -> dict[str, str]:
        """Every file below the project that is not ours to begin with."""
        links = {self.project.root / "infra" / "codercfg", self.project.root / "templates"}
        found = (path for path in self.project.root.rglob("*") if path.is_file() and not links & {path, *path.parents})
        return {str(path.relative_to(self.project.root)): path.read_bytes().decode(errors="replace") for path in found}


@pytest.fixture(scope="module")
def went(pulumi: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Updates, list[str]]]:
    """A stack that was created, previewed, updated, rotated, refreshed and broken in several ways."""
    updates = Updates(Project.create(tmp_path_factory.mktemp("canary") / "project", pulumi))
    project = updates.project
    project.write_stack(NAME, STACK)
    project.init(NAME)
    secrets = give_secrets(project)
    for arguments in (["preview"], ["up", "--yes", "--skip-preview", "--event-log", "events.json"]):
        updates.run(*arguments)
    secrets += give_secrets(project, marker="-2-")
    for arguments in (["preview", "--diff"], ["preview", "--json"], ["up", "--yes", "--diff", "--event-log", "rotated.json"]):
        updates.run(*arguments)
    _edit_by_hand(project)
    for arguments in (
        ["refresh", "--yes", "--diff"],
        ["up", "--yes", "--diff"],
        ["stack", "export"],
        ["stack", "output", "--json"],
        ["config"],
    ):
        updates.run(*arguments)
    for command in OWN_COMMANDS:
        updates.run_own(*command)
    _break(updates)
    yield updates, secrets
    project.destroy("--skip-preview")


def _edit_by_hand(project: Project) -> None:
    file = project.root / "out" / NAME / "30-secret-coder.yaml"
    file.write_text(file.read_text().replace("data:\n", "data:\n  EXTRA: eHg=\n"))


def _break(updates: Updates) -> None:
    """Everything that stops an update, early and late."""
    project = updates.project
    stack = project.root / "stacks" / f"Pulumi.{NAME}.yaml"
    good = stack.read_text()
    for wrong in (
        good.replace("issuer_url", "issuer_ulr"),
        good.replace("release:", "release: 9.9.9 #"),
        good.replace("type: openai", "type: opnai"),
    ):
        assert wrong != good
        stack.write_text(wrong)
        updates.run("preview", "--diff", fails=True)
    stack.write_text(good.replace("secrets: write", "secrets: write\n      directory: Pulumi.yaml/out"))
    updates.run("up", "--yes", "--skip-preview", fails=True)
    stack.write_text(good.replace("v1:", "v1:AAAA", 2))
    updates.run("preview", fails=True)
    stack.write_text(good)
    updates.run("preview", "--diff", "--expect-no-changes")


def secret_files(project: Project) -> dict[str, str]:
    return {f"out/{NAME}/{path.name}": path.read_text() for path in sorted((project.root / "out" / NAME).glob("30-secret-*.yaml"))}


def test_nothing_that_was_printed_holds_a_secret(went: tuple[Updates, list[str]]) -> None:
    updates, secrets = went
    assert leaks(secrets, updates.printed) == []


def test_of_all_files_the_manifests_of_secrets_alone_hold_them(went: tuple[Updates, list[str]]) -> None:
    updates, secrets = went
    assert sorted(leaks(secrets, updates.files())) == list(secret_files(updates.project))


def test_those_hold_every_value_of_today(went: tuple[Updates, list[str]]) -> None:
    updates, secrets = went
    today = "".join(secret_files(updates.project).values())
    values = [value_of(path, secret) for path, secret in zip(CANARIES, secrets[len(CANARIES) :], strict=True)]
    assert [value for value in values if b64encode(value.encode()).decode() not in today] == []


def test_the_log_of_events_says_what_changed_by_key(went: tuple[Updates, list[str]]) -> None:
    updates, _ = went
    assert "CODER_OIDC_CLIENT_SECRET" in (updates.project.root / "rotated.json").read_text()
