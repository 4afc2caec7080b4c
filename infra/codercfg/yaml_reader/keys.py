"""The keys of YAML maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from codercfg.yaml_reader.problem import YamlProblem

if TYPE_CHECKING:
    from codercfg.yaml_reader.nodes import Place

_OUTER = 2  # the file's own keys, and those of `config`
MERGE: Final = "\0<<"  # no key: YAML text holds no NUL


def key_of(value: Any, place: Place, problems: list[YamlProblem], depth: int) -> str:  # noqa: ANN401  (a scalar or container)
    """The text of a key; Pulumi prints numbers and booleans, and so do we where that gives back what was written.

    At the outer levels it refuses them. A quoted `<<` merges as well: Pulumi writes it without quotes before it reads it a second time.
    """
    if isinstance(value, str):
        return MERGE if value == "<<" else value
    if isinstance(value, dict | list):
        raise YamlProblem("key-type", place=place)
    if not isinstance(value, int) or depth <= _OUTER:
        problems.append(YamlProblem("key-type", place=place))
    return str(value).lower() if isinstance(value, bool) else str(value)
