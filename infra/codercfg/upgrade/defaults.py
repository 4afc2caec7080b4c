"""Options that a stack leaves to their default, which is another one in the new release."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.configuration.configuration import default_value
from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.origin import Origin
from codercfg.upgrade.step import Step, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.catalog.catalog import Option
    from codercfg.configuration.configuration import Configuration

_SWITCHES = ("enabled", "enable")
_COMPUTED = "computed when the server starts"


def default_steps(now: Configuration, then: Configuration) -> Iterator[Step]:
    """One for each option that is not set, that both releases have, and whose default they do not share."""
    for path, options in sorted(then.catalog.by_path.items()):
        old = now.catalog.by_path.get(path)
        if old is None or now.is_set(path) or then.is_set(path) or options[0].secret or _is_off(path, then):
            continue
        if _default(now, old[0]) != _default(then, options[0]):
            yield Step(When.NEVER, _finding(path, _shown(now, old[0]), _shown(then, options[0]), then))


def _is_off(path: str, config: Configuration) -> bool:
    """Whether the switch of the option's group is off, so that nothing reads it."""
    group, _dot, name = path.rpartition(".")
    switches = (f"{group}.{switch}" for switch in _SWITCHES if group and name != switch)
    return any(config.has(switch) and not config.get(switch) for switch in switches)


def _default(config: Configuration, option: Option) -> Any:  # noqa: ANN401  (a value of any kind)
    return _COMPUTED if option.record.dynamic_default else default_value(config.catalog.series, option.path)


def _shown(config: Configuration, option: Option) -> str:
    value = _default(config, option)
    return value if value is _COMPUTED else option.kind.to_env(value) if value is not None else ""


def _finding(path: str, before: str, after: str, config: Configuration) -> Diagnostic:
    return Diagnostic(
        code="REL010",
        severity=Severity.WARNING,
        message=f"the default of `{path}` becomes {after or 'empty'}, was {before or 'empty'}",
        path=path,
        origin=Origin("default", name=path),
        why=f"the stack does not set it, so Coder {config.release} uses its own default",
        help=_keep(path, before),
        about=(path,),
    )


def _keep(path: str, before: str) -> str:
    if before is _COMPUTED:
        return f"set `{path}` yourself"
    return f"to keep what is, set `{path}` to {before or 'empty text'}"
