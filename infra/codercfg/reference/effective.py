"""What one stack makes of an option: its value, where it was written, and what lost to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.configuration.configuration import MASK
from codercfg.reference.lookup import FamilyMatch, GroupMatch, MemberMatch, OptionMatch
from codercfg.values.known_keys import without_keys
from codercfg.values.reference import Reference
from codercfg.values.secret import Ciphertext, SecretText
from codercfg.values.user_in_address import without_user

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.configuration.setting import Item
    from codercfg.options.kind import Kind
    from codercfg.reference.lookup import Match
    from codercfg.reference.stack_keys import StackKey
    from codercfg.sources.stack.stack import StackInputs

Fact = tuple[str, str]
_SHOWN = 160


def effective_match(match: Match, inputs: StackInputs) -> tuple[Fact, ...]:
    """Facts about an option, a key of a list, a list or a group."""
    configuration = inputs.configuration
    if configuration is None or not inputs.unreadable.isdisjoint(_unreadable_names(match)):
        return (("in the stack", "refused: `codercfg check` tells why"),)
    if isinstance(match, OptionMatch):
        return tuple(_option(match.leaf.path, match.leaf.kind, configuration))
    if isinstance(match, MemberMatch):
        return tuple(_member(match, configuration))
    if isinstance(match, FamilyMatch):
        items = _items(match.path, configuration)
        return (("in the stack", f"{len(items)} written"), *(("", str(item.origin())) for item in items))
    return _group(match, configuration)


def _unreadable_names(match: Match) -> set[str]:
    path = match.family.path if isinstance(match, MemberMatch) else match.leaf.path if isinstance(match, OptionMatch) else match.path
    return {path, {"ai.bridge.providers": "@providers", "external_auth": "@external_auth"}.get(path, path)}


def effective_key(key: StackKey, inputs: StackInputs) -> tuple[Fact, ...]:
    """Facts about a key of our own: whether it stands in the file, and where."""
    value: Any = inputs
    for part in key.path.split("."):
        value = _written_value(value, part)
        if value is None:
            return (("in the stack", "not set; the default holds"),)
    place = (("set at", str(inputs.written.origin(key.path))),) if inputs.written is not None and "[]" not in key.path else ()
    return (("in the stack", _plain(key, value)), *place)


def _plain(key: StackKey, value: Any) -> str:  # noqa: ANN401  (a value of any kind)
    if key.type in {"group", "list"} or isinstance(value, dict | tuple):
        return "set"
    return str(value).lower() if isinstance(value, bool) else _cut(str(value))


def _written_value(holder: Any, part: str) -> Any:  # noqa: ANN401  (a value of any kind)
    """The value of a key that was written; None when the default holds."""
    fields = getattr(type(holder), "model_fields", None)
    if fields is None:
        return getattr(holder, part, None)
    for name, field in fields.items():
        if (field.alias or name) == part:
            return getattr(holder, name) if name in holder.model_fields_set else None
    return None


def _option(path: str, kind: Kind, configuration: Configuration) -> Iterator[Fact]:
    setting = configuration.settings.get(path)
    if setting is None:
        yield "in the stack", "not set; the default holds"
        return
    yield "in the stack", shown(kind, setting.value)
    yield "set at", str(setting.origin)
    for origin in setting.overridden:
        yield "overrides", str(origin)


def _member(match: MemberMatch, configuration: Configuration) -> Iterator[Fact]:
    member, found = match.member, False
    for item in _items(match.family.path, configuration):
        value = getattr(item.value, member.attribute)
        if value is not None:
            found = True
            origin = item.origins.get(member.json_name) or item.origin(member.attribute)
            yield "in the stack", f"{item.index}: {shown(member.kind, value)}, set at {origin}"
    if not found:
        yield "in the stack", "not set in any item"


def _group(match: GroupMatch, configuration: Configuration) -> tuple[Fact, ...]:
    written = [leaf for leaf in match.leaves if leaf.path in configuration.settings]
    lines = (f"{leaf.path}: {shown(leaf.kind, configuration.settings[leaf.path].value)}" for leaf in written)
    return tuple(("in the stack", line) for line in lines) or (("in the stack", "nothing of it is set"),)


def _items(path: str, configuration: Configuration) -> tuple[Item, ...]:
    return configuration.external_auth if path == "external_auth" else configuration.providers


def shown(kind: Kind, value: Any) -> str:  # noqa: ANN401  (a value of any kind)
    """A value for people; never a secret."""
    if isinstance(value, Reference):
        return f"{value}, rotation {value.rotation}" if value.rotation else str(value)
    if isinstance(value, Ciphertext):
        return "encrypted by Pulumi"
    if kind.secret or isinstance(value, SecretText):
        return MASK
    text = kind.to_env(value)
    return _cut(text) if text else "empty"


def _cut(text: str) -> str:
    text = without_keys(without_user(text))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
