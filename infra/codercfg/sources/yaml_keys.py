"""The keys of YAML maps."""

from __future__ import annotations

from typing import Any, Final

from codercfg.sources.yaml_problem import YamlProblem

MERGE: Final = "\0<<"  # no key: YAML text holds no NUL


def key_of(value: Any, event: Any, problems: list[YamlProblem]) -> str:  # noqa: ANN401  (PyYAML's events are untyped)
    """The text of a key; Pulumi prints numbers and booleans, and so do we where that gives back what was written."""
    if isinstance(value, str):
        return MERGE if value == "<<" and not event_is_quoted(event) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict | list):
        raise YamlProblem("key-type", event=event)
    problems.append(YamlProblem("key-type", event=event))
    return str(getattr(event, "value", ""))


def event_is_quoted(event: Any) -> bool:  # noqa: ANN401
    """Whether a scalar stands in quotes or has a tag, or is an alias; only a plain `<<` merges."""
    return bool(getattr(event, "style", "'")) or getattr(event, "tag", None) is not None
