"""What the real CLI encrypts is opened without it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from codercfg import OpenSecretsError, open_secrets
from engine.project import PASSPHRASE, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from engine.project import Project

SMALL = """\
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
  coder:target: {files: {secrets: write}}
"""
TEXTS = {
    "deployment.pg_connection_url": "postgres://coder:canary@db.example.com/coder",
    "deployment.ai.bridge.providers[0].key": "ünïcode \U0001f511",
    "env.CODER_SCIM_AUTH_HEADER": "two\nlines\n",
}


@pytest.fixture
def small(project: Project) -> Project:
    project.write_stack("small", SMALL)
    project.init("small")
    for place, text in TEXTS.items():
        project.run("config", "set", "--secret", "--path", f"coder:{place}", text)
    project.run("config", "set", "--path", "coder:deployment.ai.bridge.providers[0].type", "openai")
    return project


def stack_file(project: Project) -> Path:
    return project.root / "stacks" / "Pulumi.small.yaml"


def codercfg(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "codercfg.cli", *arguments]
    environ = {**project.environ, "PYTHONPATH": str(ROOT / "infra")}
    return subprocess.run(command, cwd=project.root, env=environ, capture_output=True, text=True, check=False, timeout=60)


def test_every_secret_that_the_cli_set_is_opened(small: Project) -> None:
    assert dict(open_secrets(stack_file(small), PASSPHRASE)) == TEXTS
    with pytest.raises(OpenSecretsError, match="the passphrase is not that of this stack"):
        open_secrets(stack_file(small), PASSPHRASE + "x")


def test_render_with_the_passphrase_writes_what_up_writes(small: Project) -> None:
    small.up("--skip-preview")
    done = codercfg(small, "render", "--open", "small", "--out", "rendered")
    assert (done.returncode, "canary" in done.stdout + done.stderr) == (0, False)

    def files(folder: str) -> dict[str, str]:
        return {path.name: path.read_text() for path in (small.root / folder).iterdir()}

    assert files("rendered") == files("out/small")


def test_a_lost_salt_comes_back_from_the_state_as_the_message_says(small: Project) -> None:
    file = stack_file(small)
    whole = file.read_text()
    file.write_text("".join(line for line in whole.splitlines(keepends=True) if not line.startswith("encryptionsalt")))
    with pytest.raises(OpenSecretsError, match="PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER=true pulumi preview"):
        open_secrets(file, PASSPHRASE)
    small.run("preview", PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER="true")
    assert dict(open_secrets(file, PASSPHRASE)) == TEXTS


def test_an_empty_passphrase_and_one_in_a_file_work_as_for_the_cli(small: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("PULUMI_CONFIG_PASSPHRASE")]:
        monkeypatch.delenv(name)
    small.write_stack("other", SMALL)
    small.run("stack", "init", "other", PULUMI_CONFIG_PASSPHRASE="")
    small.run("config", "set", "--secret", "--path", "coder:env.CODER_SCIM_AUTH_HEADER", "of nobody", PULUMI_CONFIG_PASSPHRASE="")
    monkeypatch.setenv("PULUMI_CONFIG_PASSPHRASE", "")
    assert dict(open_secrets(small.root / "stacks" / "Pulumi.other.yaml")) == {"env.CODER_SCIM_AUTH_HEADER": "of nobody"}
    monkeypatch.delenv("PULUMI_CONFIG_PASSPHRASE")
    (small.root / "phrase").write_text(f" {PASSPHRASE}\n")
    monkeypatch.setenv("PULUMI_CONFIG_PASSPHRASE_FILE", str(small.root / "phrase"))
    assert dict(open_secrets(stack_file(small))) == TEXTS
