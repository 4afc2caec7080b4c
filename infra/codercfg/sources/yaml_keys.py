"""The keys of YAML maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from codercfg.sources.yaml_problem import YamlProblem

if TYPE_CHECKING:
    from codercfg.sources.yaml_nodes import Place

MERGE: Final = "\0<<"  # no key: YAML text holds no NUL


def key_of(value: Any, place: Place, problems: list[YamlProblem], *, is_plain: bool) -> str:  # noqa: ANN401  (a scalar or container)
    """The text of a key; Pulumi prints numbers and booleans, and so do we where that gives back what was written."""
    if isinstance(value, str):
        return MERGE if value == "<<" and is_plain else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict | list):
        raise YamlProblem("key-type", place=place)
    problems.append(YamlProblem("key-type", place=place))
    return str(value)
