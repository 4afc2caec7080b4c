"""The sections `coder:kubernetes` and `coder:target`: settings that are ours and not the server's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from codercfg.options.group import Group
from codercfg.sources.stack.model_errors import note_errors, note_no_secret, note_null
from codercfg.sources.stack.secrets import is_ciphertext, opened
from codercfg.sources.yaml_nodes import YamlList, YamlMap

if TYPE_CHECKING:
    from codercfg.sources.stack.reading import Reading

Settings = TypeVar("Settings", bound=Group)


@lru_cache(maxsize=4)
def _default(model: type[Settings]) -> Settings:
    """The settings of a file without the section; models are frozen, so all stacks share it."""
    return model()


def _refuse_ciphertext(value: Any, place: str, reading: Reading) -> None:  # noqa: ANN401  (any YAML)
    """None of these settings is secret, and a structure that is passed on as written would carry the ciphertext into the cluster."""
    steps = value.items() if isinstance(value, YamlMap) else enumerate(value) if isinstance(value, YamlList) else ()
    for step, item in steps:
        path = f"{place}[{step}]" if isinstance(step, int) else f"{place}.{step}"
        if is_ciphertext(item):
            note_no_secret(path, reading.places.of_entry(value, step, path), reading)
        elif isinstance(item, dict | list):
            _refuse_ciphertext(item, path, reading)


def read_own(model: type[Settings], name: str, place: tuple[YamlMap, str] | None, reading: Reading) -> Settings | None:
    """The section's settings with their defaults, or None after a finding."""
    if place is None:
        unset: Settings = _default(model)
        return unset
    holder, key = place
    section, top = holder[key], reading.places.of_key(holder, key)
    if section is None:
        note_null(f"coder:{name}", top, reading)
        return None
    _refuse_ciphertext(section, name, reading)
    data = section if reading.secrets is None else opened(section, name, reading.secrets)
    try:
        return model.model_validate(data)
    except ValidationError as failure:
        note_errors(failure, root=section, model=model, prefix=f"{name}.", top=top, reading=reading)
        return None
