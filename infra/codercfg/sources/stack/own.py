"""The sections `coder:kubernetes` and `coder:target`: settings that are ours and not the server's."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from codercfg.options.group import Group
from codercfg.sources.stack.model_errors import note_errors, note_null
from codercfg.sources.stack.secrets import opened

if TYPE_CHECKING:
    from codercfg.sources.stack.reading import Reading
    from codercfg.sources.yaml_nodes import YamlMap

Settings = TypeVar("Settings", bound=Group)


def read_own(model: type[Settings], name: str, place: tuple[YamlMap, str] | None, reading: Reading) -> Settings | None:
    """The section's settings with their defaults, or None after a finding."""
    if place is None:
        return model()
    holder, key = place
    section, top = holder[key], reading.places.of_key(holder, key)
    if section is None:
        note_null(f"coder:{name}", top, reading)
        return None
    data = section if reading.secrets is None else opened(section, name, reading.secrets)
    try:
        return model.model_validate(data)
    except ValidationError as failure:
        note_errors(failure, root=section, model=model, prefix=f"{name}.", top=top, reading=reading)
        return None
