"""What a process that the program starts finds in its environment."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from program.project import CANARY, run_stack, stack
from program.ran import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "passphrase-canary-77"
PROBE = """
import subprocess, sys
sys.path.insert(0, {infra!r})
from codercfg.component import program

def probed(*arguments, earliest=program.load_selected_stack):
    print("child:", subprocess.run(["/usr/bin/env", "-0"], capture_output=True, check=True).stdout.hex())
    return earliest(*arguments)

program.load_selected_stack = probed
"""


def test_a_child_process_sees_neither_configuration_nor_passphrase(tmp_path: Path) -> None:
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    given = {
        "PULUMI_CONFIG_PASSPHRASE": PASSPHRASE,
        "PULUMI_CONFIG_PASSPHRASE_FILE": str(tmp_path / "passphrase"),
        "PULUMI_CONFIG_SECRET_KEYS": json.dumps(["coder:deployment"]),
        "TMPDIR": str(tmp_path),
    }
    done = run_stack(tmp_path, stack(), before=PROBE.format(infra=str(ROOT / "infra")), **given)
    assert (done.code, done.logged("ERROR"), done.stderr) == (0, [], "")
    found = bytes.fromhex(done.stdout.partition("child: ")[2].split()[0]).decode()
    names = {pair.partition("=")[0] for pair in found.split("\0")}
    assert "TMPDIR" in names
    assert [name for name in names if name.startswith("PULUMI_CONFIG")] == []
    assert [text for text in (CANARY, PASSPHRASE, "coder:deployment") if text in found] == []


@pytest.mark.parametrize("dry_run", [True, False])
def test_the_program_itself_still_knows_its_configuration(tmp_path: Path, *, dry_run: bool) -> None:
    done = run_stack(tmp_path, stack(), dry_run=dry_run, PULUMI_CONFIG_PASSPHRASE=PASSPHRASE)
    assert (done.code, done.logged("ERROR")) == (0, [])
    assert PASSPHRASE not in done.everything
