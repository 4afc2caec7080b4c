"""From settings to the typed model."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from codercfg.models.root import DeploymentValues
from codercfg.options.walk import subgroup

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration
    from codercfg.options.group import Group

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


def _put(tree: dict[str, Any], attributes: tuple[str, ...], value: Any) -> None:  # noqa: ANN401  (a value of any kind)
    for attribute in attributes[:-1]:
        tree = tree.setdefault(attribute, {})
    tree[attributes[-1]] = value


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
