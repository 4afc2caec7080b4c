"""The Pulumi program: from the selected stack to registered objects, or to findings and a clean end."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pulumi

from codercfg.component.announce import announce, announce_not_checked
from codercfg.component.config_difference import config_differences
from codercfg.component.deployment import CoderDeployment
from codercfg.component.file_failure import file_failure
from codercfg.component.live import announce_live
from codercfg.component.plan import plan
from codercfg.component.process_environment import forget_secrets
from codercfg.component.project_root import project_root
from codercfg.component.pulumi_config import config_sections
from codercfg.component.selected_stack import load_selected_stack
from codercfg.component.target_findings import target_findings
from codercfg.diagnostics.diagnostic import Severity
from codercfg.passphrase.given import passphrase_if_known
from codercfg.sources.local_secret import LocalSecretError

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.component.plan import Plan
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.sources.stack.stack import Stack
    from codercfg.values.secret import SecretText


def run() -> None:
    """Register the objects of the selected stack.

    Raises:
        pulumi.RunError: The stack has errors; all of them are in the log, and nothing was registered.
    """
    root = Path(pulumi.get_root_directory() or project_root())  # older language hosts do not say
    sections = config_sections()
    passphrase = passphrase_if_known(os.environ)
    forget_secrets()
    loaded = load_selected_stack(root, pulumi.get_stack(), sections)
    found = [*loaded.report.diagnostics, *config_differences(loaded.inputs, sections)]
    if loaded.stack is None or _has_error(found):
        _stop(found, loaded.inputs.file)
    planned = _plan(loaded.stack, root, lambda: _derived_key(loaded.inputs.text, passphrase))
    found = list(dict.fromkeys([*found, *planned.objects.diagnostics, *target_findings(planned)]))
    if _has_error(found):
        _stop(found, loaded.inputs.file)
    announce(found)
    announce_not_checked(loaded.report.not_checked)
    announce_live(planned)
    deployed = CoderDeployment("coder", planned)
    for name, value in deployed.outputs.items():
        pulumi.export(name, value)
    pulumi.export("warnings", sum(item.severity is Severity.WARNING for item in found))


def _derived_key(text: str, passphrase: SecretText | None) -> bytes | None:
    from codercfg.passphrase.derived_key import derived_fingerprint_key  # needed once for each clone

    return derived_fingerprint_key(text, passphrase)


def _plan(stack: Stack, root: Path, derive: Callable[[], bytes | None]) -> Plan:
    try:
        return plan(stack, root, derive)
    except LocalSecretError as error:
        raise pulumi.RunError(str(error)) from None
    except OSError as error:
        raise pulumi.RunError(str(file_failure("read or written", str(error.filename or "a file"), error))) from None


def _stop(found: list[Diagnostic], file: str) -> NoReturn:
    announce(found)
    count = sum(item.severity is Severity.ERROR for item in found)
    raise pulumi.RunError(f"{count} {'error' if count == 1 else 'errors'} in {file}: nothing was registered")


def _has_error(found: list[Diagnostic]) -> bool:
    return any(item.severity is Severity.ERROR for item in found)
