"""Asks for a report about a few variables and looks at one family of codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import codercfg
from conformance.files import reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.diagnostics.report import Report
    from codercfg.models.root import DeploymentValues

URL = {"CODER_ACCESS_URL": "https://coder.example.com"}


def report(
    release: str,
    environ: dict[str, str],
    *,
    args: tuple[str, ...] = (),
    config_yaml: str | None = None,
    files: dict[str, str] | None = None,
) -> Report[DeploymentValues]:
    """The report about variables, named without `CODER_`; `files` are paths with the wording of conformance cases."""
    named = {name if name == "WGTUNNEL_HOST" else f"CODER_{name}": value for name, value in environ.items()}
    read_file: Callable[[str], bytes] | None = None if files is None else reader(files)
    return codercfg.check_environ({**URL, **named}, release, config_yaml, args, read_file)


def findings(
    family: str,
    release: str,
    environ: dict[str, str],
    *,
    args: tuple[str, ...] = (),
    config_yaml: str | None = None,
    files: dict[str, str] | None = None,
) -> list[Diagnostic]:
    """The diagnostics of one family."""
    found = report(release, environ, args=args, config_yaml=config_yaml, files=files).diagnostics
    return [item for item in found if item.code.startswith(family)]


def codes(
    family: str,
    release: str,
    environ: dict[str, str],
    *,
    args: tuple[str, ...] = (),
    config_yaml: str | None = None,
    files: dict[str, str] | None = None,
) -> list[str]:
    """Their codes, in order."""
    return sorted(item.code for item in findings(family, release, environ, args=args, config_yaml=config_yaml, files=files))
