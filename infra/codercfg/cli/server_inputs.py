"""Checks the server's own inputs, as the command line names them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from codercfg.cli.input_files import STDIN, read_named_file, read_text
from codercfg.cli.releases import parse_release
from codercfg.diagnostics.checked import Checked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.diagnostics.report import Report
    from codercfg.env.variable import Variable
    from codercfg.suppressions.allowance import Allowance
    from codercfg.suppressions.settle import Settled

PROCESS = "process"
STDIN_NAME = "<stdin>"


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
    subject = _subject(environ, config)
    found = [*findings, *report.diagnostics]
    if not any("codercfg:" in text for text in texts.values()):  # few files have comments for us, and only those pay for them
        return Checked(subject, report.release, collected(found), report.not_checked)
    settled = _settled(found, report, {"dotenv": environ, "yaml": config}, texts)
    return Checked(subject, report.release, collected(list(settled.reported)), report.not_checked, settled.allowed)


def _settled(found: list[Diagnostic], report: Report[Any], files: Mapping[str, str | None], texts: Mapping[str, str]) -> Settled:
    """The findings without those that comments in the files allow."""
    from codercfg.reference.code_docs import code_docs
    from codercfg.suppressions.read import read_allowances
    from codercfg.suppressions.settle import settle

    allowances: list[Allowance] = []
    for source, given in files.items():
        file = STDIN_NAME if given == STDIN else given
        if file is not None and file in texts:
            read, remarks = read_allowances(texts[file], file, source)
            allowances += read
            found += remarks
    complete = report.values is not None
    return settle(found, allowances, lambda code: complete and code not in report.undecided, code_docs)


def _variables(environ: str | None, texts: dict[str, str]) -> tuple[Sequence[Variable], list[Diagnostic]]:
    if environ is None:
        return (), []
    if environ == PROCESS:
        from codercfg.sources.environ import variables_of

        return variables_of(os.environ), []
    from codercfg.sources.dotenv import read_dotenv

    file = STDIN_NAME if environ == STDIN else environ
    texts[file] = read_text(environ)
    found = read_dotenv(texts[file], file)
    return found.variables, found.diagnostics


def _subject(environ: str | None, config: str | None) -> str:
    """A name for what was checked; arguments are not repeated, for secrets may stand in them."""
    if environ is not None:
        return {PROCESS: "the environment of this process", STDIN: STDIN_NAME}.get(environ, environ)
    return config if config is not None else "the arguments of coder server"
