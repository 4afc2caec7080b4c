"""Drift as findings, for forms that know nothing else. No value is in them: such reports are published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.cluster.codes import BY_CODE
from codercfg.cluster.list_places import list_place
from codercfg.diagnostics.diagnostic import Diagnostic, collected

if TYPE_CHECKING:
    from codercfg.cluster.drift import Change, Drift
    from codercfg.diagnostics.origin import Origin
    from codercfg.sources.stack.stack import Stack

_CODES = {"object": "CLU050", "field": "CLU053", "part": "CLU054", "source": "CLU052", "key": "CLU055"}
_HELP = {
    "missing": "`pulumi up` makes it anew; where it does not, `pulumi refresh` first",
    "differs": "`pulumi refresh` and `pulumi up` put it back, unless another manager owns it: then let that go first, or change the stack",
    "added": "take it into the stack, or remove it from the live object: Pulumi leaves what others own",
}
# Fields that one key of a stack says; the last steps of their place decide.
_SETTINGS = {"spec.replicas": "kubernetes.replicas", ".image": "kubernetes.image", ".resources.": "kubernetes.resources"}
_HOW = {"missing": "is not in the cluster", "differs": "is another in the cluster", "added": "is in the cluster only"}


def findings(stack: Stack, found: Drift) -> tuple[Diagnostic, ...]:
    """One finding a difference, sorted by place."""
    return collected([_finding(stack, change) for change in found.changes])


def _finding(stack: Stack, change: Change) -> Diagnostic:
    page = BY_CODE[_code(change)]
    by = f", set by {', '.join(f'`{name}`' for name in change.owners)}" if change.owners else ""
    return Diagnostic(
        code=page.code,
        severity=page.severity,
        message=f"{what(change)} {_HOW[change.how]}{by}",
        help=_HELP[change.how],
        path=change.option or _setting(change),
        origin=origin(stack, change),
        why=page.why,
        about=(change.place,) if change.of == "variable" else (),
    )


def _code(change: Change) -> str:
    if change.of == "variable":
        return "CLU052" if change.how == "added" else "CLU051"
    return _CODES[change.of]


def what(change: Change) -> str:
    """`the variable `CODER_VERBOSE` (option `verbose`) of the Deployment coder`."""
    if change.of == "object":
        return f"the {change.object}"
    names = {"variable": "variable", "source": "variables from", "field": "field", "part": "part", "key": "key"}
    option = f" (option `{change.option}`)" if change.option else ""
    return f"the {names[change.of]} `{change.place}`{option} of the {change.object}"


def origin(stack: Stack, change: Change) -> Origin:
    """Where the stack says it: the option, the item of a list, or the section of the objects."""
    if change.option and stack.configuration.is_set(change.option):
        return stack.configuration.origin(change.option)
    place = list_place(stack, change.place) if change.of == "variable" else None
    if place is not None:
        return place[1]
    setting = _setting(change)
    section = stack.written.section_origin("kubernetes", "target", "deployment")
    return stack.origin(setting) if setting != "kubernetes" and "kubernetes" in stack.written.sections else section


def _setting(change: Change) -> str:
    """The key of the stack file behind a field, else the section of the objects."""
    if change.of != "field":
        return "kubernetes"
    return next((setting for part, setting in _SETTINGS.items() if part in change.place), "kubernetes")
