"""Proves that a rewritten stack says what it said before, but for what was meant to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.options.family import members
from codercfg.sources.stack.sections import section_name
from codercfg.stack_check import load_stack
from codercfg.yaml_reader.text import read

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration
    from codercfg.migrate.plan import Plan
    from codercfg.stack_check import LoadedStack

_OURS = ("release", "deployment", "env")


def difference(before: LoadedStack, after: LoadedStack, plan: Plan) -> str:
    """What a rewritten stack says otherwise than it should, or empty; a value is never part of it."""
    old, new = before.inputs.configuration, after.inputs.configuration
    if new is None or after.inputs.incomplete or after.inputs.release is None:
        return "the result could not be read"
    if old is None:
        return "the file could not be read"
    if _others(before.inputs.text) != _others(after.inputs.text):
        return "a section that has nothing to do with the server would change"
    return _settings(before, old, new, plan) or _lists(old, new, plan)


def _others(text: str) -> str:
    """All but the server's options and its release, as text: a number that is none equals nothing, not even itself."""
    root, _problems = read(text)
    config = root.get("config") if isinstance(root, dict) else None
    if not isinstance(config, dict):
        return repr(root)
    kept = {key: _without_tag(value) for key, value in config.items() if section_name(key) not in _OURS}
    return repr({**root, "config": kept})


def _without_tag(section: Any) -> Any:  # noqa: ANN401  (any YAML)
    """A section without `image.tag`, which follows the release."""
    image = section.get("image") if isinstance(section, dict) else None
    if not isinstance(image, dict):
        return section
    return {**section, "image": {key: value for key, value in image.items() if key != "tag"}}


def _settings(before: LoadedStack, old: Configuration, new: Configuration, plan: Plan) -> str:
    gone = {path for path, place in plan.places.items() if place in plan.dropped}
    gone |= {path for provider in plan.conversion.providers for path in provider.moved.values()}
    # What the target itself reads otherwise (an empty variable, a name that it does not have) is no change of ours.
    rehearsed = load_stack(f"{before.inputs.text}\n", release=new.release).inputs.configuration
    by_target = rehearsed.settings if rehearsed is not None else {}
    for path in {*old.settings, *new.settings} - gone:
        values = [settings[path].value for settings in (old.settings, by_target) if path in settings]
        if path in new.settings:
            if new.settings[path].value not in values:
                return f"`{path}` would get another value"
        elif path in by_target:
            return f"`{path}` would be lost"
    left = gone & set(new.settings)
    return f"`{min(left)}` would stay" if left else ""


def _lists(old: Configuration, new: Configuration, plan: Plan) -> str:
    if [_values(item.value) for item in old.external_auth] != [_values(item.value) for item in new.external_auth]:
        return "`external_auth` would change"
    listed = [_values(item.value) for item in old.providers]
    for place in plan.retyped:
        listed[place]["type"] = "bedrock"
    made = [
        {**provider.written, **{key: old.settings[path].value for key, path in provider.moved.items()}}
        for provider in plan.conversion.providers
    ]
    expected = [*listed, *made] if plan.to_variables else [*made, *listed]
    found = [_values(item.value) for item in new.providers]
    return "" if found == expected or not found else "the AI providers would change"


def _values(item: Any) -> dict[str, Any]:  # noqa: ANN401  (the model of a family)
    """The keys of an item that are set."""
    values = {member.json_name: getattr(item, member.attribute) for member in members(type(item))}
    return {key: value for key, value in values.items() if value is not None}
