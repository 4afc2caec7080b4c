"""A canary in every secret option, and beside it, on every surface that has lines to show."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from codercfg.catalog.catalog import leaf_by_flag
from codercfg.cli.main import main
from codercfg.cli.report_output import FORMATS
from codercfg.options.family import members
from codercfg.reference.lookup import FAMILIES
from codercfg.releases.table import records

if TYPE_CHECKING:
    from pathlib import Path

CANARY = "hunter2CANARYxyzzy"
PIECES = {CANARY[start : start + 8] for start in range(len(CANARY) - 7)}
SECRET_PATHS = sorted({leaf.path for leaf in leaf_by_flag().values() if leaf.opt.secret})
MEMBERS = sorted((family.path, member.json_name) for family in FAMILIES for member in members(family.model) if member.key.secret)
VARIABLES = sorted({record.env for record in records("2.33") if record.env and leaf_by_flag()[record.flag].opt.secret})
HEAD = 'config:\n  coder:release: "2.33.1"\n  coder:deployment:\n'


def leaks(texts: list[str], capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> list[str]:
    """The inputs after which some form shows a piece of the canary."""
    found = []
    for number, text in enumerate(texts):
        file = folder / f"input{number}.yaml"
        file.write_text(text)
        for form in FORMATS:
            assert main(["check", *arguments, str(file), "--format", form]) in {0, 1}
        captured = capsys.readouterr()
        if any(piece in captured.out + captured.err for piece in PIECES):
            found.append(text)
    return found


def nested(path: str, value: str) -> str:
    parts = path.split(".")
    return "".join(f"{'  ' * depth}    {part}:\n" for depth, part in enumerate(parts[:-1])) + f"{'  ' * len(parts)}  {parts[-1]}: {value}\n"


VALUES = (
    CANARY,
    f'"{CANARY}"',
    f"'{CANARY}' # {CANARY}",
    f"[{CANARY}, {CANARY}]",
    f"{{secure: [{CANARY}]}}",
    f"{{secretRef: {CANARY}}}",
    f"{{secretRef: {{name: {CANARY}}}}}",
    f"{{externalSecret: {{store: {CANARY}, key: a}}}}",
    f"{{sealed: {{name: a, {CANARY}: b}}}}",
    f"{{sealed: {{name: a, key: b}}, {CANARY}: {CANARY}}}",
    f"{{{CANARY}: {CANARY}}}",
    f"|\n          {CANARY}\n          x: {CANARY}",
    f'"{CANARY}',
    f"!x {CANARY}",
    f"&a {CANARY}\n    access_url: *a",
)


@pytest.mark.parametrize("path", SECRET_PATHS)
def test_no_form_of_a_stack_report_shows_a_secret(path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = [HEAD + nested(path, value) for value in VALUES]
    texts.append(HEAD + nested(f"{path}x", CANARY))  # misspelt
    group, _, key = path.rpartition(".")
    texts.append(HEAD + nested(group or "oidc", f'{{client_id: a, {key} "{CANARY}"}}'))  # without a colon
    texts.append(f"config: {json.dumps({'coder:release': '2.33.1', 'coder:deployment': {path: CANARY, 'oidc': 3}})}\n")

    assert leaks(texts, capsys, tmp_path) == []


@pytest.mark.parametrize(("path", "key"), MEMBERS)
def test_no_form_shows_a_secret_in_a_list(path: str, key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = [
        HEAD + nested(path, f"\n          - {{type: nope, {key}: {CANARY}, id: a b}}"),
        HEAD + nested(path, f"\n          - type: 3\n            {key}: {CANARY}"),
    ]

    assert leaks(texts, capsys, tmp_path) == []


@pytest.mark.parametrize("name", VARIABLES)
def test_no_form_shows_a_secret_in_a_variable(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stack = [f'config:\n  coder:release: "2.33.1"\n  coder:env:\n    {name}: {value}\n' for value in VALUES]
    lines = [
        f"{name}={CANARY}\n",
        f"{name}X={CANARY}\n",
        f"export {name}='{CANARY}\n",
        f"{name} {CANARY}\n",
        f'{name}="a\n{CANARY}==\n" x\n',
        f"{name}=\n{CANARY}=\n",
    ]

    assert leaks(stack, capsys, tmp_path) == []
    assert leaks(lines, capsys, tmp_path, "--release", "2.33.1", "--environ") == []


@pytest.mark.parametrize("form", FORMATS)
def test_no_form_repeats_the_arguments_of_the_server(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    server = ["--oidc-client-secret", CANARY, f"--postgres-url=postgres://coder:{CANARY}@db/coder", f"--no-such-flag={CANARY}"]
    assert main(["check", "--release", "2.33.1", "--format", form, "--", *server, CANARY]) == 1
    captured = capsys.readouterr()

    assert "--no-such-flag" in captured.out
    assert not any(piece in captured.out + captured.err for piece in PIECES)
