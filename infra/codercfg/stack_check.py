"""Checks a stack file as the server of its release would take it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import collected
from codercfg.diagnostics.report import Report
from codercfg.kubernetes_objects.settings_findings import check_settings
from codercfg.rules.run import run
from codercfg.sources.held import held_external_auth, held_options, held_providers
from codercfg.sources.stack.stack import Stack
from codercfg.sources.stack_file import read_stack_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from codercfg.configuration.configuration import Configuration
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.models.stack.root import StackConfig
    from codercfg.releases.release import Release
    from codercfg.sources.stack.stack import StackInputs


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
    path_or_text: str | Path,
    secrets: Mapping[str, str] | None = None,
    read_file: Callable[[str], bytes] | None = None,
    release: Release | None = None,
) -> LoadedStack:
    """Check a stack and give what rendering needs.

    Args:
        path_or_text: Path of a stack file, or its text.
        secrets: Plain text of encrypted values by their place in the file: `deployment.oidc.client_secret`, `env.CODER_OIDC_CLIENT_SECRET`;
            `sources.stack.secrets.texts_by_place` makes it from decrypted sections. Others stay ciphertext.
        read_file: As for `check_stack`.
        release: Check as this release would, whatever release the file names.
    """
    inputs = read_stack_file(path_or_text, secrets, read_file, release)
    stack = _stack(inputs)
    report = _report(inputs, stack)
    return LoadedStack(report, stack if report.ok else None, inputs)


def _report(inputs: StackInputs, stack: Stack | None) -> Report[StackConfig]:
    configuration = inputs.configuration
    if configuration is None:
        return Report(collected(inputs.diagnostics))
    findings, not_checked = _rules(inputs, configuration)
    if stack is not None and not inputs.incomplete and not inputs.unreadable:
        findings += check_settings(stack)  # with an option missing that could not be read, it would report what follows from that
    return Report(
        diagnostics=collected([*inputs.diagnostics, *(_placed(finding, inputs) for finding in findings)]),
        values=inputs.values,
        release=str(inputs.release or ""),
        not_checked=(*not_checked, *_encrypted(inputs, not_checked), *_from_elsewhere(inputs)),
        _effective=lambda reveal: held_options(configuration, reveal=reveal),
        _providers=lambda reveal: held_providers(configuration, reveal=reveal),
        _external_auth=lambda reveal: held_external_auth(configuration, reveal=reveal),
    )


def _rules(inputs: StackInputs, configuration: Configuration) -> tuple[list[Diagnostic], list[str]]:
    """Apply the rules where they would see the whole truth."""
    if inputs.release is None or inputs.incomplete:
        reason = "the file could not be read as a whole" if inputs.incomplete else "the release is not known"
        return [], [f"no rule was applied: {reason}"]
    return run(configuration, inputs.unreadable)


def _placed(finding: Diagnostic, inputs: StackInputs) -> Diagnostic:
    """A finding about what is not set points at the section where it would stand."""
    if finding.origin.file is not None or inputs.written is None:
        return finding
    return replace(finding, origin=replace(inputs.written.section_origin("deployment", "env", "release"), name=finding.origin.name))


def _encrypted(inputs: StackInputs, said: list[str]) -> list[str]:
    """One sentence about the encrypted values of which no rule has said that it could not look at them."""
    names = [name for name in inputs.ciphertexts if not any(f"`{name}`" in sentence for sentence in said)]
    if not names:
        return []
    return [f"encrypted values were taken as given, whatever they hold: {', '.join(f'`{name}`' for name in names)}"]


def _from_elsewhere(inputs: StackInputs) -> list[str]:
    return ["values that the Pulumi environment adds were not seen"] if inputs.uses_environment else []


def _stack(inputs: StackInputs) -> Stack | None:
    if inputs.release is None or inputs.configuration is None or inputs.written is None:
        return None
    if inputs.kubernetes is None or inputs.target is None:
        return None
    return Stack(inputs.name, inputs.file, inputs.release, inputs.configuration, inputs.kubernetes, inputs.target, inputs.written)
