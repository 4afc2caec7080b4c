"""Whether Pulumi passes what the stack file says.

Findings, places and names come from the file; values of secrets come from Pulumi. With another `--config-file`, or with values that a
Pulumi environment adds, the two would be mixed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.component.codes import DIFFERS
from codercfg.component.selected_stack import OVERRIDE
from codercfg.diagnostics.diagnostic import Diagnostic
from codercfg.sources.stack.secrets import is_ciphertext
from codercfg.sources.stack.sections import NAMES, PROJECT
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from codercfg.sources.stack.stack import StackInputs, Written


def config_differences(inputs: StackInputs, sections: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """One finding for each section that differs; none about a file that could not be read, which has its own."""
    if inputs.written is None:
        return
    for name in NAMES:
        place = _difference(name, _of_file(inputs.written, name), sections.get(name))
        if place is not None:
            yield _finding(inputs.written, place)


def _of_file(written: Written, name: str) -> Any:  # noqa: ANN401  (any YAML)
    if name not in written.sections:
        return None
    holder, key = written.sections[name]
    value = holder[key]
    return str(value) if name == "release" and value is not None else value


def _difference(place: str, ours: Any, theirs: Any) -> str | None:  # noqa: ANN401  (any YAML and JSON)
    """The first place that differs, or None."""
    if is_ciphertext(ours) or isinstance(ours, SecretText):
        return None if isinstance(theirs, str) else place
    if isinstance(ours, dict) and isinstance(theirs, dict):
        pairs = [(f"{place}.{key}", ours.get(key), theirs.get(key)) for key in {**ours, **theirs}]
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        pairs = [(f"{place}[{index}]", ours[index], theirs[index]) for index in range(len(ours))]
    else:
        return None if ours == theirs else place
    return next((found for pair in pairs if (found := _difference(*pair)) is not None), None)


def _finding(written: Written, place: str) -> Diagnostic:
    return Diagnostic(
        code=DIFFERS.code,
        severity=DIFFERS.severity,
        message=f"Pulumi passes another value of `{PROJECT}:{place}` than this file holds",
        help=f"with --config-file, set {OVERRIDE} to the same file; keep `{PROJECT}:` keys out of Pulumi environments",
        path=place,
        origin=written.origin(place),
        why=DIFFERS.why,
    )
