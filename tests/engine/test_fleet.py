"""`codercfg fleet preview` with the real engine."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from engine.project import ROOT, Project

if TYPE_CHECKING:
    from collections.abc import Iterator

STACK = """\
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
  coder:target:
    files:
      secrets: write
"""
OLD, NEW = "postgres://coder:old-canary@db.example.com/coder", "postgres://coder:new-canary@db.example.com/coder"
HANGS = "import os, time\nfrom pathlib import Path\nPath(os.environ['STARTED']).touch()\ntime.sleep(600)\n"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "codercfg.cli", "fleet", "preview", *arguments]


def environ(project: Project) -> dict[str, str]:
    # The CLI itself, not the wrapper of this clone.
    return {**project.environ, "PATH": f"{project.cli.parent}:{project.environ['PATH']}", "PYTHONPATH": str(ROOT / "infra")}


def fleet(project: Project, *arguments: str, code: int) -> str:
    done = subprocess.run(
        command(*arguments), cwd=project.root, env=environ(project), capture_output=True, text=True, check=False, timeout=180
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def verdicts(printed: str) -> dict[str, str]:
    return {item["stack"]: item["verdict"] for item in json.loads(printed)["stacks"]}


def timeless(printed: str) -> Any:
    document = json.loads(printed)
    for item in (document, *document["stacks"]):
        del item["seconds"]
    return document


def set_secret(project: Project, stack: str, value: str) -> None:
    project.run("config", "set", "--stack", stack, "--secret", "--path", "coder:deployment.pg_connection_url", value)


def edit(project: Project, stack: str, old: str, new: str) -> None:
    file = project.root / "stacks" / f"Pulumi.{stack}.yaml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def state(project: Project) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (project.root / "state").rglob("*") if path.is_file()}


def processes(project: Project) -> Iterator[str]:
    """What runs with the environment of this project."""
    mark = f"PULUMI_HOME={project.root}/home".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes() and folder.name != str(os.getpid()):
                yield f"{folder.name} {(folder / 'cmdline').read_bytes()!r}"
        except OSError:
            continue


def wait_for_silence(project: Project) -> None:
    end = time.monotonic() + 20
    while left := list(processes(project)):
        assert time.monotonic() < end, left
        time.sleep(0.1)


@pytest.fixture
def stacks(project: Project) -> Project:
    """Four stacks: one as it was brought up, one with a rotated secret and a changed option, one with a mistake, one without state."""
    for stack in ("same", "changed", "broken"):
        project.write_stack(stack, STACK)
        project.init(stack)
        set_secret(project, stack, OLD)
    for stack in ("same", "changed"):
        project.up("--skip-preview", "--stack", stack)
    set_secret(project, "changed", NEW)
    edit(project, "changed", "https://coder.example.com", "https://code.example.com")
    edit(project, "broken", "access_url", "acces_url")
    project.write_stack("homeless", STACK.replace("write", "omit"))
    return project


@pytest.fixture
def alone(project: Project) -> Project:
    """One stack that was never brought up."""
    project.write_stack("same", STACK.replace("write", "omit"))
    project.init("same")
    return project


NAMES = ("same", "changed", "broken", "homeless")


def test_each_stack_gets_its_verdict_and_a_secret_shows_by_its_key_alone(stacks: Project) -> None:
    before = state(stacks)
    text = fleet(stacks, *NAMES, code=1)
    printed = text + fleet(stacks, *NAMES, "--format", "json", code=1)

    assert text.splitlines()[0] == "same      no change"
    assert "changed   rolls pods: 2 to update\n    ~ Deployment coder; its pods roll\n" in text
    assert "        ~ CODER_ACCESS_URL (access_url): https://coder.example.com => https://code.example.com\n" in text
    assert "    ~ Secret coder\n        ~ CODER_PG_CONNECTION_URL: secret changed\n" in text
    assert "broken    failed\n    stacks/Pulumi.broken.yaml:" in text
    assert "homeless  not in the backend\n    error: no stack named 'homeless' found\n      = help: `pulumi stack init homeless`" in text
    assert "4 stacks: 1 failed, 1 not in the backend, 1 rolls pods, 1 no change\n" in text
    forms = [form[:20] for secret in (OLD, NEW) for form in (secret, b64encode(secret.encode()).decode())]
    assert [form for form in [*forms, "old-canary", "new-canary"] if form in printed] == []
    assert state(stacks) == before
    wait_for_silence(stacks)


@pytest.mark.parametrize(
    ("given", "said", "helps"),
    [
        ({"PULUMI_CONFIG_PASSPHRASE": "another"}, "incorrect passphrase", "give the passphrase of this stack in"),
        ({"PULUMI_CONFIG_PASSPHRASE": None}, "passphrase must be set", "set one of the two; `make up` keeps"),
        (
            {"PULUMI_CONFIG_PASSPHRASE": None, "PULUMI_CONFIG_PASSPHRASE_FILE": "/none"},
            "unable to read PULUMI_CONFIG_PASSPHRASE_FILE",
            "name a file that can be read",
        ),
        ({"PULUMI_BACKEND_URL": "file:///none"}, "unable to open state directory", "set PULUMI_BACKEND_URL to the backend of the stacks"),
        ({"PULUMI_BACKEND_URL": None}, "PULUMI_ACCESS_TOKEN must be set", "set PULUMI_BACKEND_URL to the backend of the stacks, or run"),
    ],
)
def test_what_keeps_the_cli_from_a_preview_is_told_with_its_remedy(
    alone: Project, given: dict[str, str | None], said: str, helps: str
) -> None:
    set_secret(alone, "same", OLD)
    changed = {name: value for name, value in {**environ(alone), **given}.items() if value is not None}
    done = subprocess.run(command("same"), cwd=alone.root, env=changed, capture_output=True, text=True, check=False, timeout=180)

    assert done.returncode == 1
    first, error, remedy = done.stdout.splitlines()[:3]
    assert first == "same  failed"
    assert said in error
    assert remedy.startswith(f"      = help: {helps}")


def test_programs_in_one_helper_give_what_programs_of_the_cli_give(stacks: Project) -> None:
    # A clone without a key of its own makes the stack's key of the passphrase.
    shutil.rmtree(stacks.root / ".codercfg")
    ours = fleet(stacks, *NAMES, "--format", "json", code=1)
    shutil.rmtree(stacks.root / ".codercfg")
    file = stacks.root / "Pulumi.yaml"
    file.write_text(file.read_text().replace("runtime: python\n", "runtime: {name: python, options: {toolchain: pip}}\n"))
    theirs = fleet(stacks, *NAMES, "--format", "json", code=1)

    assert timeless(ours) == timeless(theirs)
    assert [item["seconds"]["program"] > 0 for item in json.loads(ours)["stacks"]] == [True, True, False, False]
    assert {item["seconds"]["program"] for item in json.loads(theirs)["stacks"]} == {0}


def test_programs_share_nothing_that_one_of_them_changes(stacks: Project) -> None:
    (stacks.root / "infra" / "of_the_user.py").write_text("import os\nos.environ['CHANGED'] = 'x'\nos.chdir('/')\n")
    main = stacks.root / "infra" / "__main__.py"
    check = "import os\nassert 'CHANGED' not in os.environ and os.getcwd().endswith('infra')\n"
    main.write_text(f"{check}{main.read_text()}\nimport of_the_user\n")

    assert verdicts(fleet(stacks, "same", "changed", "same", "--jobs", "1", "--format", "json", code=0)) == {
        "same": "no change",
        "changed": "rolls pods",
    }


def test_a_wrong_passphrase_is_a_failure_that_says_so(alone: Project) -> None:
    alone.environ["PULUMI_CONFIG_PASSPHRASE"] = "another one"
    assert "incorrect passphrase" in fleet(alone, "same", code=1)


def test_a_program_that_ends_with_an_exception_is_a_failure_without_its_text(alone: Project) -> None:
    (alone.root / "infra" / "__main__.py").write_text("raise ValueError('canary of the program')\n")
    printed = fleet(alone, "same", code=1)

    assert "error: the program ended with an exception: ValueError in " in printed
    assert "canary of the program" not in printed


def test_a_program_that_hangs_is_ended(alone: Project) -> None:
    (alone.root / "infra" / "__main__.py").write_text(HANGS)
    alone.environ["STARTED"] = str(alone.root / "started")
    assert "same  failed\n    error: the preview was ended after 3 s\n" in fleet(alone, "same", "--timeout", "3", code=1)
    wait_for_silence(alone)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_helper_that_is_stopped_leaves_no_process_and_no_lock(alone: Project, number: int) -> None:
    before = state(alone)
    (alone.root / "infra" / "__main__.py").write_text(HANGS)
    started = alone.root / "started"
    temporary = alone.root / "temporary"
    temporary.mkdir()
    given = {**environ(alone), "STARTED": str(started), "TMPDIR": str(temporary)}
    running = subprocess.Popen(command("same"), cwd=alone.root, env=given, stdout=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while not started.exists():
        assert time.monotonic() < end
        time.sleep(0.05)
    running.send_signal(number)
    running.wait(20)
    wait_for_silence(alone)

    assert state(alone) == before
    left = [path.name for path in temporary.glob("codercfg-*")]
    assert len(left) == (number == signal.SIGKILL), left
