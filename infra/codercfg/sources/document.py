"""From settings and records to the typed models. Loads pydantic, so it is imported when somebody asks for a model."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from codercfg.models.root import DeploymentValues
from codercfg.options.record import Record
from codercfg.options.walk import subgroup
from codercfg.sources.stack.validated import model_class

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration
    from codercfg.models.stack.root import StackConfig
    from codercfg.options.group import Group
    from codercfg.sources.stack.stack import StackInputs

_PROVIDERS = ("ai", "bridge", "providers")
_EXTERNAL_AUTH = ("external_auth",)


def deployment_values(configuration: Configuration) -> DeploymentValues:
    """The model with every option that was set; its lists hold the items of indexed families.

    The values are of their kinds already. Validating them again would cost the building of a validator for 300 fields, and would refuse
    what the server reads but no stack file may say (a list with one empty item).
    """
    tree: dict[str, Any] = {}
    for setting in configuration.settings.values():
        _put(tree, setting.option.leaf.attributes, setting.value)
    for attributes, items in ((_PROVIDERS, configuration.providers), (_EXTERNAL_AUTH, configuration.external_auth)):
        if items:
            _put(tree, attributes, tuple(item.value for item in items))
    values: DeploymentValues = _built(DeploymentValues, tree)
    return values


def stack_values(inputs: StackInputs) -> StackConfig | None:
    """All sections of a stack file, or None when one of them could not be read."""
    from codercfg.models.stack.root import StackConfig

    if inputs.configuration is None or inputs.kubernetes is None or inputs.target is None:
        return None
    return StackConfig.model_construct(
        release=str(inputs.release) if inputs.release is not None else None,
        deployment=deployment_values(inputs.configuration),
        env=inputs.variables or None,
        kubernetes=modelled(inputs.kubernetes),
        target=modelled(inputs.target),
    )


def modelled(value: Any) -> Any:  # noqa: ANN401  (a value of any kind)
    """The model in the place of a record, also in a list; everything else as it is."""
    if isinstance(value, tuple):
        return tuple(modelled(item) for item in value)
    if not isinstance(value, Record):
        return value
    fields = type(value).model_fields
    values = {field.alias: modelled(getattr(value, name)) for name, field in fields.items()}
    return model_class(type(value).__name__).model_construct(set(value.model_fields_set), **values)


def _put(tree: dict[str, Any], attributes: tuple[str, ...], value: Any) -> None:  # noqa: ANN401  (a value of any kind)
    for attribute in attributes[:-1]:
        tree = tree.setdefault(attribute, {})
    tree[attributes[-1]] = modelled(value)


def _built(model: type[Group], tree: dict[str, Any]) -> Any:  # noqa: ANN401  (an instance of `model`)
    values = dict(tree)
    for name, group in _groups(model):
        values[name] = _built(group, tree[name]) if name in tree else _empty(group)
    by_alias = {model.model_fields[name].alias or name: value for name, value in values.items()}
    return model.model_construct(set(tree), **by_alias)


@lru_cache(maxsize=128)
def _groups(model: type[Group]) -> tuple[tuple[str, type[Group]], ...]:
    return tuple((name, group) for name, field in model.model_fields.items() if (group := subgroup(field)) is not None)


@lru_cache(maxsize=128)
def _empty(model: type[Group]) -> Group:
    """A group with nothing set; models are frozen, so all configurations share it."""
    empty: Group = _built(model, {})
    return empty
