"""Makes the findings of this package: severity and reason come from the code's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import NOWHERE, Diagnostic

if TYPE_CHECKING:
    from codercfg.diagnostics.origin import Origin
    from codercfg.kubernetes_objects.stack import Stack


def finding(code: str, message: str, advice: str, path: str = "", origin: Origin = NOWHERE, about: tuple[str, ...] = ()) -> Diagnostic:
    """A finding of `code`; `advice` says what to do instead."""
    from codercfg.kubernetes_objects.codes import BY_CODE

    page = BY_CODE[code]
    return Diagnostic(code=code, severity=page.severity, message=message, help=advice, path=path, origin=origin, why=page.why, about=about)


def setting_finding(stack: Stack, code: str, path: str, message: str, advice: str) -> Diagnostic:
    """A finding about a key of `coder:kubernetes`; `path` begins behind it."""
    full = f"kubernetes.{path}"
    return finding(code, message, advice, full, stack.origin(full))


def option_finding(stack: Stack, code: str, path: str, message: str, advice: str) -> Diagnostic:
    """A finding about an option of the server."""
    configuration = stack.configuration
    return finding(code, message, advice, path, configuration.origin(path), (configuration.name(path),))
