"""Puts decrypted values in the place of ciphertext."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from codercfg.values.secret import SecretText
from codercfg.yaml_reader.nodes import YamlList, YamlMap

_CIPHERTEXT = {"secure"}


def texts_by_place(section: str, decrypted: Any) -> dict[str, str]:  # noqa: ANN401  (any JSON)
    """Every text of a decrypted section by its place in the stack file, for `load_stack(secrets=…)`.

    Args:
        section: `deployment`, `env`, `kubernetes` or `target`.
        decrypted: The section as `pulumi.Config.get_object` gives it.
    """
    found: dict[str, str] = {}
    todo: list[tuple[str, Any]] = [(section, decrypted)]
    while todo:
        place, value = todo.pop()
        if isinstance(value, str):
            found[place] = value
        elif isinstance(value, Mapping):
            todo += [(f"{place}.{key}", item) for key, item in value.items()]
        elif isinstance(value, list | tuple):
            todo += [(f"{place}[{index}]", item) for index, item in enumerate(value)]
    return found


def is_ciphertext(value: Any) -> bool:  # noqa: ANN401  (any YAML)
    """Whether a value is what Pulumi writes for a secret."""
    return isinstance(value, dict) and set(value) == _CIPHERTEXT and isinstance(value["secure"], str)


def opened(value: Any, place: str, secrets: Mapping[str, str]) -> Any:  # noqa: ANN401  (any YAML)
    """The value with `SecretText` instead of each ciphertext whose plain text is known; what the caller holds stays as it is."""
    if is_ciphertext(value):
        text = secrets.get(place)
        return value if text is None else SecretText(text)
    if isinstance(value, YamlMap):
        copy = YamlMap((key, opened(item, f"{place}.{key}", secrets)) for key, item in value.items())
        copy.places = value.places
        return copy
    if isinstance(value, YamlList):
        items = YamlList(opened(item, f"{place}[{index}]", secrets) for index, item in enumerate(value))
        items.places = value.places
        return items
    return value
