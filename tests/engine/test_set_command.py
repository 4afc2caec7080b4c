"""The line that a finding prints about plain text is one that the real CLI takes, and it mends the file."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import codercfg
from codercfg.sources.stack.set_command import set_command

if TYPE_CHECKING:
    from engine.project import Project

PLAIN = """\
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
    pg_connection_url: postgres://coder:made-up@db.example.com/coder
    ai: {bridge: {enabled: true, providers: [{type: openai, name: a, key: made-up-a}, {type: openai, name: b, key: made-up-b}]}}
    external_auth:
      - {type: github, client_id: Iv1.fake, client_secret: made-up-c}
  coder:env:
    CODER_SCIM_AUTH_HEADER: made-up-d  # a comment
"""
COMMAND = re.compile(r"`(pulumi config set [^`]*)`")


def test_each_printed_line_encrypts_its_value_and_nothing_else(project: Project) -> None:
    file = project.write_stack("mended", PLAIN)
    project.init("mended")
    found = [item for item in codercfg.check_stack(file).errors if item.code == "STK026"]
    lines = [match[1] for item in found for match in COMMAND.finditer(item.help)]

    assert len(lines) == len(found) == 5
    for line in lines:
        words = shlex.split(line)
        assert words[-2:] == ["--stack", "mended"]
        project.run(*words[1:], "made-up")

    report = codercfg.check_stack(file)
    assert not report.errors
    assert "made-up" not in file.read_text(encoding="utf-8")
    assert sum(text.startswith("encrypted values were taken as given") for text in report.not_checked) == 1


def test_a_variable_with_a_dot_in_its_name_is_one_key(project: Project) -> None:
    file = project.write_stack("dotted", 'config:\n  coder:release: "2.33.1"\n  coder:env:\n    "odd.name": plain\n')
    project.init("dotted")
    project.run(*shlex.split(set_command("env", "odd.name", "dotted"))[1:], "made-up")

    assert '"odd.name":\n      secure: v1:' in file.read_text(encoding="utf-8")
