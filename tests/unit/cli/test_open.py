"""`--open` of the commands that take a stack."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from codercfg.cli import opened
from codercfg.cli.main import main
from unit.passphrase.sealed import PASSPHRASE, Sealer

SEALED = Sealer()
CANARY = "hunter2canary"
URL = f"postgres://coder:{CANARY}@db.example.com/coder"
CONFIG: dict[str, Any] = {
    "coder:release": "2.33.1",
    "coder:deployment": {"access_url": "https://coder.example.com", "pg_connection_url": SEALED.secure(URL)},
    "coder:env": {"CODER_SCIM_AUTH_HEADER": SEALED.secure("changeme")},
    "coder:target": {"files": {"secrets": "write"}},
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PULUMI_CONFIG_PASSPHRASE_FILE", raising=False)
    monkeypatch.setenv("PULUMI_CONFIG_PASSPHRASE", PASSPHRASE)
    opened._passphrase.cache_clear()
    (tmp_path / "stacks").mkdir()
    (tmp_path / "Pulumi.yaml").write_text("name: coder\nruntime: python\n")
    (tmp_path / "stacks" / "Pulumi.prod.yaml").write_text(SEALED.stack(CONFIG))
    return tmp_path


def test_check_looks_at_the_values_and_shows_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    for form in ("text", "concise", "json", "github", "sarif"):
        assert main(["check", "--open", "prod", "--format", form]) == 0
        out = capsys.readouterr().out
        assert "HYG012" in out
        assert CANARY not in out
    assert main(["check", "prod"]) == 0
    assert "HYG012" not in capsys.readouterr().out


def test_a_text_on_standard_input_is_opened_too(folder: Path) -> None:
    text = (folder / "stacks" / "Pulumi.prod.yaml").read_text()
    command = [sys.executable, "-m", "codercfg.cli", "check", "--open", "-"]
    environ = {"PULUMI_CONFIG_PASSPHRASE": PASSPHRASE, "PYTHONPATH": str(Path(opened.__file__).parents[2]), "PATH": ""}
    done = subprocess.run(command, input=text, env=environ, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert "HYG012" in done.stdout


def test_render_writes_the_values_into_secrets_and_nowhere_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "--open", "prod"]) == 0
    files = {path.name: path.read_text() for path in (folder / "out" / "prod").iterdir()}
    encoded = b64encode(URL.encode()).decode()
    assert f"CODER_PG_CONNECTION_URL: {encoded}\n" in files.pop("30-secret-coder.yaml")
    printed = capsys.readouterr()
    others = "".join(files.values()) + printed.out + printed.err
    assert [form for form in (CANARY, encoded[8:24]) if form in others] == []
    assert "codercfg/secret-coder: " in files["60-deployment-coder.yaml"]


def test_env_and_upgrade_take_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    assert main(["env", "--open", "prod"]) == 0
    assert main(["upgrade", "--open", "prod", "--to", "2.34.1", "--format", "json"]) == 0
    printed = capsys.readouterr()
    assert CANARY not in printed.out + printed.err
    assert "encrypted values" not in json.dumps(printed.out)


def test_a_wrong_passphrase_is_wrong_use(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PULUMI_CONFIG_PASSPHRASE", "wrong")
    for command in (["check"], ["render"], ["env"], ["upgrade", "--to", "2.34.1"]):
        assert main([*command, "--open", "prod"]) == 2
        printed = capsys.readouterr()
        assert (printed.out, printed.err) == ("", "codercfg: stacks/Pulumi.prod.yaml: the passphrase is not that of this stack\n")
    assert not (folder / "out").exists()


def test_without_a_terminal_nobody_is_asked(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    monkeypatch.delenv("PULUMI_CONFIG_PASSPHRASE")
    assert main(["check", "--open", "prod"]) == 2
    assert capsys.readouterr().err.startswith("codercfg: the passphrase of the stack is not known: set PULUMI_CONFIG_PASSPHRASE, or ")


def test_at_a_terminal_it_is_asked_for_once(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    asked: list[str] = []

    def getpass(prompt: str) -> str:
        asked.append(prompt)
        return PASSPHRASE

    monkeypatch.delenv("PULUMI_CONFIG_PASSPHRASE")
    monkeypatch.setattr(opened, "_at_a_terminal", lambda: True)
    monkeypatch.setattr("getpass.getpass", getpass)
    assert main(["check", "--open", "prod", "prod"]) == 0
    assert asked == ["Passphrase of the stack: "]
    assert PASSPHRASE not in capsys.readouterr().out


def test_the_servers_own_inputs_have_nothing_to_open(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    assert main(["check", "--open", "--release", "2.33.1", "--environ", "process"]) == 2
    assert "--open is for stacks" in capsys.readouterr().err


def test_a_check_without_it_loads_nothing_of_it(folder: Path) -> None:
    statement = "from codercfg.cli.main import main; main(['check', 'prod']); import sys; print(*sys.modules)"
    environ = {"PYTHONPATH": str(Path(opened.__file__).parents[2]), "PATH": ""}
    command = [sys.executable, "-c", statement]
    done = subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=True, timeout=60)
    loaded = set(done.stdout.split())
    assert "codercfg.stack_check" in loaded
    assert [name for name in loaded if name.startswith(("codercfg.passphrase", "cryptography"))] == []
    assert not {"codercfg.cli.opened", "getpass"} & loaded
