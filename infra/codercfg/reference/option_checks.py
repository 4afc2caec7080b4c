"""Which rules look at an option."""

from __future__ import annotations

from codercfg.rules.documentation import code_doc
from codercfg.rules.registry import ROWS
from codercfg.rules.run import load


def option_checks(path: str) -> list[str]:
    """The rules that an option sets off, by code: name, severity, and the releases in which they hold when not in all.

    Together they are what becomes of the option from release to release: read once, ignored, fatal. Rules that it takes part in without
    setting them off are not among them.

    Args:
        path: JSON path of the option.
    """
    docs = sorted((code_doc(load(module)) for _code, module, triggers in ROWS if path in triggers), key=lambda doc: doc.code)
    return [f"{doc.code} {doc.name}: {doc.severity}{f', {doc.releases}' if doc.releases else ''}" for doc in docs]
