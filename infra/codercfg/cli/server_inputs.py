"""Checks the server's own inputs, as the command line names them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from codercfg.cli.input_files import STDIN, read_named_file, read_text
from codercfg.cli.releases import parse_release
from codercfg.diagnostics.checked import Checked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.env.variable import Variable

PROCESS = "process"


def check_server_inputs(
    environ: str | None,
    config: str | None,
    arguments: Sequence[str],
    release: str,
    texts: dict[str, str],
    *,
    read_files: bool,
) -> Checked:
    """What the server of `release` would say.

    Args:
        environ: Path of a dotenv file, `-` for standard input, `process` for the environment of this process, or None.
        config: Path of the server's YAML file, or None.
        arguments: Those behind `coder server`.
        release: As the user wrote it.
        texts: Receives the texts that were read, for source lines.
        read_files: Whether files that options name may be read.
    """
    from codercfg.check import check_variables
    from codercfg.diagnostics.diagnostic import collected

    target = parse_release(release)
    variables, findings = _variables(environ, texts)
    config_yaml = None
    if config is not None:
        config_yaml = texts[config] = read_text(config)
        arguments = ["--config", config, *arguments]  # gives the findings of the file its name
    report = check_variables(variables, target, config_yaml, arguments, read_named_file if read_files else None)
    subject = _subject(environ, config, arguments)
    return Checked(subject, report.release, collected([*findings, *report.diagnostics]), report.not_checked)


def _variables(environ: str | None, texts: dict[str, str]) -> tuple[Sequence[Variable], list[Diagnostic]]:
    if environ is None:
        return (), []
    if environ == PROCESS:
        from codercfg.sources.environ import variables_of

        return variables_of(os.environ), []
    from codercfg.sources.dotenv import read_dotenv

    file = "<stdin>" if environ == STDIN else environ
    texts[file] = read_text(environ)
    found = read_dotenv(texts[file], file)
    return found.variables, found.diagnostics


def _subject(environ: str | None, config: str | None, arguments: Sequence[str]) -> str:
    if environ is not None:
        return {PROCESS: "the environment of this process", STDIN: "<stdin>"}.get(environ, environ)
    return config if config is not None else f"coder server {' '.join(arguments)}"
