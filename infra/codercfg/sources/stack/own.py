"""The sections `coder:kubernetes` and `coder:target`: settings that are ours and not the server's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from codercfg.catalog.outline import record_class
from codercfg.sources.stack.secrets import is_ciphertext, opened
from codercfg.sources.stack.validated import model_class, validated
from codercfg.sources.stack.value_notes import note_no_secret, note_null
from codercfg.yaml_reader.nodes import YamlList, YamlMap

if TYPE_CHECKING:
    from codercfg.options.record import Record
    from codercfg.sources.stack.reading import Reading


@lru_cache(maxsize=4)
def _default(model: str) -> Record:
    """The settings of a file without the section; nobody changes it, so all stacks share it."""
    return record_class(model)({})


def _refuse_ciphertext(value: Any, place: str, reading: Reading) -> None:  # noqa: ANN401  (any YAML)
    """None of these settings is secret, and a structure that is passed on as written would carry the ciphertext into the cluster."""
    steps = value.items() if isinstance(value, YamlMap) else enumerate(value) if isinstance(value, YamlList) else ()
    for step, item in steps:
        if not isinstance(item, (dict, list)):  # a union is slower, and every value comes here
            continue
        path = f"{place}[{step}]" if isinstance(step, int) else f"{place}.{step}"
        if is_ciphertext(item):
            note_no_secret(path, reading.places.of_entry(value, step, path), reading)
        else:
            _refuse_ciphertext(item, path, reading)


def read_own(model: str, name: str, place: tuple[YamlMap, str] | None, reading: Reading) -> Any:  # noqa: ANN401  (a value of any kind)
    """The section's settings with their defaults as a record of `model`, or None after a finding."""
    if place is None:
        return _default(model)
    holder, key = place
    section, top = holder[key], reading.places.of_key(holder, key)
    if section is None:
        note_null(f"coder:{name}", top, reading)
        return None
    _refuse_ciphertext(section, name, reading)
    data = section if reading.secrets is None else opened(section, name, reading.secrets)
    values, failure = validated(model, data)
    if failure is not None:
        from codercfg.sources.stack.model_errors import note_errors  # loads the models

        note_errors(failure, root=section, model=model_class(model), prefix=f"{name}.", top=top, reading=reading)
    return values
