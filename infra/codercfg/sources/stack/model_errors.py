"""From pydantic's errors to findings. Errors are taken without their input, and no finding repeats a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.diagnostic import Severity
from codercfg.options.secret_values import is_secret_form
from codercfg.options.stack_values import what
from codercfg.sources.stack.locate import Loc, dotted, entry
from codercfg.sources.stack.model_fields import field_at, kind_of
from codercfg.sources.stack.reading import shown
from codercfg.sources.stack.unknown import hint
from codercfg.sources.stack.value_notes import note_no_secret, note_null, note_plain_secret, part_origin

if TYPE_CHECKING:
    from pydantic import ValidationError

    from codercfg.diagnostics.origin import Origin
    from codercfg.options.group import Group
    from codercfg.sources.stack.reading import Reading
    from codercfg.yaml_reader.nodes import YamlMap

_MAP_TYPES = frozenset(("model_type", "model_attributes_type", "dict_type", "mapping_type"))
_LIST_TYPES = frozenset(("tuple_type", "list_type"))
_MOST = 200  # findings about one section; ten thousand providers may all have the same mistake


class Wrong:
    """One error with what is known about its place."""

    def __init__(self, error: Any, root: YamlMap, model: type[Group], prefix: str) -> None:  # noqa: ANN401  (pydantic's ErrorDetails)
        """Find the place of an error.

        Args:
            error: As pydantic reports it.
            root: The section as it was written.
            model: The section's model.
            prefix: What paths of the section begin with: empty, or `kubernetes.`.
        """
        self.error = error
        self.loc: Loc = tuple(error["loc"])
        self.at: Loc = error.get("ctx", {}).get("at", ())
        self.holder, self.value, self.reached = entry(root, self.loc)
        self.model, field = field_at(model, self.loc)
        self.kind = kind_of(field)
        self.path = (prefix + dotted(self.loc)).removesuffix(".")
        self.group = (prefix + dotted(self.loc[:-1])).removesuffix(".")

    def origin(self, reading: Reading, top: Origin) -> Origin:
        """Where it was written; `top` when the section as a whole is wrong."""
        if not self.reached:
            return top
        return part_origin(self.holder, self.reached[-1], self.path, self.at, reading)


def note_errors(failure: ValidationError, *, root: YamlMap, model: type[Group], prefix: str, top: Origin, reading: Reading) -> set[Loc]:
    """Note a finding for each error, and return their places."""
    found = set()
    errors = failure.errors(include_url=False, include_input=False)
    for error in errors[:_MOST]:
        wrong = Wrong(error, root, model, prefix)
        _note(wrong, wrong.origin(reading, top), reading, prefix.removesuffix("."))
        found.add(wrong.loc)
    if len(errors) > _MOST:
        reading.note(
            "STK034", f"{len(errors) - _MOST:,} more findings of this section are not shown", help="correct these first", origin=top
        )
        found |= {tuple(error["loc"]) for error in errors[_MOST:]}
    return found


def _note(wrong: Wrong, origin: Origin, reading: Reading, section: str) -> None:
    kind = wrong.error["type"]
    if kind == "extra_forbidden":
        _unknown(wrong, origin, reading, section or "deployment")
    elif kind == "missing":
        name = wrong.loc[-1] if wrong.loc else ""
        place = f"`{wrong.group}`" if wrong.group else "the section"
        reading.note("STK035", f"{place} needs the key `{name}`", help="add it", origin=origin, path=wrong.path)
    elif wrong.value is None:
        note_null(wrong.path, origin, reading)
    elif is_secret_form(wrong.value) and not (wrong.kind and wrong.kind.secret):
        note_no_secret(wrong.path, origin, reading)
    elif kind in _MAP_TYPES or kind in _LIST_TYPES:
        wanted = "map" if kind in _MAP_TYPES else "list"
        name = wrong.path if wrong.loc else f"coder:{section or 'deployment'}"
        message = f"`{name}` must be a {wanted}, found {what(wrong.value)}"
        reading.note("STK020", message, help=f"write a YAML {wanted}, indented below the key", origin=origin, path=wrong.path)
    elif wrong.kind is not None and wrong.kind.secret and isinstance(wrong.value, str | int | float):
        note_plain_secret(section or "deployment", wrong.path, origin, reading)
    else:
        _value(wrong, origin, reading, is_option=not section)


def _unknown(wrong: Wrong, origin: Origin, reading: Reading, section: str) -> None:
    key = str(wrong.loc[-1])
    reading.suggestions -= 1
    place = f"`{wrong.group}` has" if wrong.group else "there is"
    tellable = shown(key) != "this key"
    path = wrong.path if tellable else wrong.group  # `{password "hunter2"}` without its colon is a key
    origin = reading.places.of_key(wrong.holder, key, path) if wrong.holder is not None and key in wrong.holder else origin
    named = f" {shown(key)}" if tellable else " of this name"
    reading.note(
        "STK024",
        f"{place} no key{named}",
        help=hint(key, wrong.model, section, search=reading.suggestions >= 0),
        origin=origin,
        path=path,
        why="nothing would read it",
    )


def _value(wrong: Wrong, origin: Origin, reading: Reading, *, is_option: bool) -> None:
    context = wrong.error.get("ctx", {})
    own = wrong.error["type"] == "codercfg_value"
    reason = context.get("reason", "") if own else _lowered(wrong.error["msg"])
    help_ = context.get("help", "") if own else ""
    empty = wrong.value == "" and is_option
    why = "the server would refuse to start" if is_option and isinstance(wrong.value, str) else ""
    code = ("OPT002" if empty else "OPT001") if is_option else "STK033"
    if wrong.kind is not None and wrong.kind.secret:
        code = "STK039"
    message = f"`{wrong.path}`: {reason}"
    help_ = "remove the line to leave it unset" if empty else help_ or "`codercfg explain` describes it"
    reading.note(code, message, help=help_, origin=origin, path=wrong.path, why=why, severity=Severity.ERROR)


def _lowered(message: str) -> str:
    text = message.removeprefix("Value error, ").removeprefix("Input ")
    return text[:1].lower() + text[1:]
