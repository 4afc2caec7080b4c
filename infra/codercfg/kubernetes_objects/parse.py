"""Reads the text of a template into plain values."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from codercfg.kubernetes_objects.placeholder import ValueMisplacedError, filled
from codercfg.yaml_reader.usual import read_usual


class ManifestError(Exception):
    """A text that is not one Kubernetes object.

    Attributes:
        reason: What is wrong; holds no value.
        line: Line of the rendered text, from 1.
        code: Code of the finding that it becomes.
        advice: What to do instead.
    """

    def __init__(self, reason: str, line: int = 1, code: str = "TPL003", advice: str = "put the template right") -> None:
        super().__init__(reason)
        self.reason, self.line, self.code, self.advice = reason, line, code, advice


def parse_manifest(text: str, values: list[Any], shipped: bool = False) -> dict[str, Any]:  # noqa: FBT001, FBT002  (goes on what `render_template` gives)
    """The one object in `text`, each value in its place; the caller may change it.

    Args:
        text: Of a template, marks in the places of values.
        values: By the number of their mark.
        shipped: The template is one of ours, on whose texts our quick reader and PyYAML agree; only for others PyYAML is loaded.

    Raises:
        ManifestError: It is not YAML, holds no or several objects, a doubled key, null, or something that is no JSON.
    """
    try:
        manifest: dict[str, Any] = filled(_read(text, shipped), values)
    except ValueMisplacedError as error:
        raise ManifestError(str(error)) from None
    return manifest


@lru_cache(maxsize=256)
def _read(text: str, shipped: bool) -> dict[str, Any]:  # noqa: FBT001
    """What the text says, marks in the places of values; shared, so nobody may change it."""
    manifest = (read_usual(text) if shipped else None) or _parsed(text)
    try:
        _refuse(manifest, "")
    except RecursionError:
        raise ManifestError("the result holds itself, or is nested too deeply") from None
    return manifest


def _parsed(text: str) -> dict[str, Any]:
    import yaml

    try:
        documents = [item for item in yaml.load_all(text, Loader=_loader()) if item is not None]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise ManifestError(f"the result is not YAML: {error.problem}", 1 if mark is None else mark.line + 1) from None
    except (yaml.YAMLError, UnicodeError, ValueError, RecursionError) as error:
        raise ManifestError(f"the result is not YAML: {type(error).__name__}") from None
    if len(documents) != 1 or not isinstance(documents[0], dict):
        raise ManifestError(f"the result holds {len(documents)} documents; a template makes one object")
    manifest: dict[str, Any] = documents[0]
    return manifest


def _refuse(value: object, path: str) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise ManifestError(f"a key of `{path or 'the object'}` is not text; put it in quotes")
            _refuse(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _refuse(item, f"{path}[{index}]")
    elif value is None:
        raise ManifestError(f"`{path}` is null; leave the line out")
    elif not isinstance(value, str | bool | int):
        raise ManifestError(f"`{path}` is no text, whole number or boolean; put it in quotes")


@lru_cache(maxsize=1)
def _loader() -> Any:  # noqa: ANN401  (a class, made when it is first needed: yaml is loaded late)
    import yaml

    class Loader(yaml.CSafeLoader):
        """libyaml's safe loader; doubled keys are refused instead of losing the first."""

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002
            keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
            if len(set(keys)) < len(keys):
                doubled = next(key for key in keys if keys.count(key) > 1)
                raise yaml.constructor.ConstructorError(None, None, f"the key `{doubled}` stands twice", node.start_mark)
            found: dict[Any, Any] = super().construct_mapping(node, deep)
            return found

    return Loader
