"""Scalars with a tag in front: `!!str 5`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from codercfg.yaml_reader.problem import YamlProblem
from codercfg.yaml_reader.scalars import Odd, resolve

if TYPE_CHECKING:
    from codercfg.yaml_reader.nodes import Place

_PREFIX = "tag:yaml.org,2002:"
_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "int": (int,),
    "float": (float, int),
    "bool": (bool,),
    "null": (type(None),),
}


def tagged(event: Any, place: Place) -> Any:  # noqa: ANN401  (PyYAML's events are untyped; a scalar of any type)
    """The value of a scalar with one of YAML's core tags.

    Raises:
        YamlProblem: Another tag, or one that does not fit the text.
    """
    tag = event.tag.removeprefix(_PREFIX)
    if not event.value and not event.style:  # between brackets, Go takes the comma behind it for a part of the tag
        raise YamlProblem("tag", place=place)
    if tag == "str":
        return event.value
    if tag not in _TYPES:
        raise YamlProblem("tag", place=place)
    read = resolve(event.value)
    value: Any = read.value if isinstance(read, Odd) else read
    if not isinstance(value, _TYPES[tag]) or (isinstance(value, bool) and tag != "bool"):
        raise YamlProblem("tag", place=place)
    return float(value) if tag == "float" and isinstance(value, int) else value
