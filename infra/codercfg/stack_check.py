"""Checks a stack file as the server of its release would take it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import collected
from codercfg.diagnostics.report import Report
from codercfg.kubernetes_objects.authorities import NOT_READ, project_files, read_authorities
from codercfg.kubernetes_objects.settings_findings import check_settings
from codercfg.rules.run import run
from codercfg.sources.held import held_external_auth, held_options, held_providers
from codercfg.sources.project_folder import path_in_project
from codercfg.sources.stack.not_seen import not_seen
from codercfg.sources.stack.stack import Stack
from codercfg.sources.stack_file import read_stack_file

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from codercfg.configuration.configuration import Configuration
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.models.stack.root import StackConfig
    from codercfg.releases.release import Release
    from codercfg.sources.stack.stack import StackInputs
    from codercfg.sources.stack.text import StackText
    from codercfg.suppressions.allowance import Allowance
    from codercfg.suppressions.settle import Settled

    _Reader = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class LoadedStack:
    """The outcome of loading a stack.

    Attributes:
        report: All findings.
        stack: What rendering needs, or None when a finding is an error.
        inputs: What was read, also when there are errors: places, text, the options that could be read.
    """

    report: Report[StackConfig]
    stack: Stack | None
    inputs: StackInputs = field(repr=False)


def check_stack(path_or_text: str | Path, read_file: Callable[[str], bytes] | None = None) -> Report[StackConfig]:
    """Say what would go wrong with a stack, before anything is applied; needs no passphrase, no cluster and no Pulumi.

    Args:
        path_or_text: Path of a stack file, or its text.
        read_file: Reads a file that an option names, raising OSError. Without it, checks that need a file are listed in the report's
            `not_checked`.
    """
    return load_stack(path_or_text, read_file=read_file).report


def load_stack(
    path_or_text: str | Path | StackText,
    secrets: Mapping[str, str] | None = None,
    read_file: Callable[[str], bytes] | None = None,
    release: Release | None = None,
    project: Path | None = None,
) -> LoadedStack:
    """Check a stack and give what rendering needs.

    Args:
        path_or_text: Path of a stack file, or its text, or what `sources.stack.text.text_of_file` made of one that was read already.
        secrets: Plain text of encrypted values by their place in the file: `deployment.oidc.client_secret`, `env.CODER_OIDC_CLIENT_SECRET`;
            `sources.stack.secrets.texts_by_place` makes it from decrypted sections. Others stay ciphertext.
        read_file: As for `check_stack`.
        release: Check as this release would, whatever release the file names.
        project: Folder of the project; with it, files that belong to the stack itself (`kubernetes.certs.files`) are read anyway.
    """
    inputs = read_stack_file(path_or_text, secrets, read_file, release)
    allowances = _allowances(inputs)
    stack = _stack(inputs, tuple(allowances))
    report = _report(inputs, stack, allowances, _project_reader(inputs, read_file, project))
    return LoadedStack(report, stack if report.ok else None, inputs)


def _project_reader(inputs: StackInputs, read_file: _Reader | None, project: Path | None) -> _Reader | None:
    if project is not None:
        return project_files(project)
    return None if read_file is None else lambda path: read_file(path_in_project(inputs.file, path))


def _report(inputs: StackInputs, stack: Stack | None, allowances: list[Allowance], reader: _Reader | None) -> Report[StackConfig]:
    configuration = inputs.configuration
    if configuration is None:
        return Report(collected(inputs.diagnostics))
    undecided: set[str] = set()
    findings, not_checked = _rules(inputs, configuration, undecided)
    if stack is not None and not inputs.incomplete and not inputs.unreadable:
        # With an option missing that could not be read, these would report what follows from that.
        findings += [*check_settings(stack), *read_authorities(stack, reader).findings]
    found = [*inputs.diagnostics, *(_placed(finding, inputs) for finding in findings)]
    settled = _settled(found, allowances, undecided, inputs) if allowances else None
    return Report(
        diagnostics=collected(list(settled.reported) if settled else found),
        _values=lru_cache(maxsize=1)(lambda: _values(inputs)),
        release=str(inputs.release or ""),
        not_checked=(*not_checked, *not_seen(inputs, not_checked), *_not_read(inputs, reader)),
        allowed=settled.allowed if settled else (),
        undecided=frozenset(undecided),
        _effective=lambda reveal: held_options(configuration, reveal=reveal),
        _providers=lambda reveal: held_providers(configuration, reveal=reveal),
        _external_auth=lambda reveal: held_external_auth(configuration, reveal=reveal),
    )


def _values(inputs: StackInputs) -> StackConfig | None:
    from codercfg.sources.document import stack_values  # loads pydantic

    return stack_values(inputs)


def _allowances(inputs: StackInputs) -> list[Allowance]:
    """What comments allow; few files have such comments, and only those pay for them."""
    if "codercfg:" not in inputs.text:
        return []
    from codercfg.suppressions.read import read_allowances

    allowances, remarks = read_allowances(inputs.text, inputs.file, "stack")
    inputs.diagnostics += remarks
    return allowances


def _settled(found: list[Diagnostic], allowances: list[Allowance], undecided: set[str], inputs: StackInputs) -> Settled:
    from codercfg.suppressions.settle import OF_CLUSTERS, OF_OBJECTS, settle

    elsewhere = (*OF_OBJECTS, *OF_CLUSTERS)
    complete = inputs.release is not None and not inputs.incomplete
    return settle(found, allowances, lambda code: complete and code not in undecided and not code.startswith(elsewhere), _known_codes)


def _known_codes() -> Collection[str]:
    from codercfg.reference.code_docs import code_docs

    return code_docs()


def _rules(inputs: StackInputs, configuration: Configuration, undecided: set[str]) -> tuple[list[Diagnostic], list[str]]:
    """Apply the rules where they would see the whole truth."""
    if inputs.release is None or inputs.incomplete:
        reason = "the file could not be read as a whole" if inputs.incomplete else "the release is not known"
        return [], [f"no rule was applied: {reason}"]
    return run(configuration, inputs.unreadable, undecided)


def _placed(finding: Diagnostic, inputs: StackInputs) -> Diagnostic:
    """A finding about what is not set points at the section where it would stand."""
    if finding.origin.file is not None or inputs.written is None:
        return finding
    return replace(finding, origin=replace(inputs.written.section_origin("deployment", "env", "release"), name=finding.origin.name))


def _not_read(inputs: StackInputs, reader: _Reader | None) -> list[str]:
    files = inputs.kubernetes.certs.files if inputs.kubernetes is not None else ()
    return [NOT_READ] if files and reader is None else []


def _stack(inputs: StackInputs, allowances: tuple[Allowance, ...]) -> Stack | None:
    if inputs.release is None or inputs.configuration is None or inputs.written is None:
        return None
    if inputs.kubernetes is None or inputs.target is None:
        return None
    read = (inputs.configuration, inputs.kubernetes, inputs.target, inputs.written)
    return Stack(inputs.name, inputs.file, inputs.release, *read, allowances)
