"""From a typed model made in Python to a configuration with places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.catalog.catalog import Option, catalog, series_catalog
from codercfg.configuration.configuration import Configuration
from codercfg.configuration.setting import Item, Setting
from codercfg.diagnostics.origin import Origin
from codercfg.models.root import DeploymentValues
from codercfg.options.family import members
from codercfg.options.walk import leaves
from codercfg.releases.table import history

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codercfg.options.group import Group
    from codercfg.options.leaf import Leaf
    from codercfg.releases.release import Release

_EXTERNAL_AUTH = "external_auth"
_PROVIDERS = "ai.bridge.providers"


def configuration_of(values: DeploymentValues, release: Release) -> Configuration:
    """The configuration for `release` that `values` describe; every place is a JSON path.

    Args:
        values: What to configure; None is unset.
        release: The target release. An option that it lacks is kept, for rendering to refuse.
    """
    settings = {}
    for leaf in leaves(DeploymentValues):
        value = leaf.value(values)
        if value is not None and leaf.path != _EXTERNAL_AUTH:
            settings[leaf.path] = Setting(_option(leaf, release), value, Origin("keyword", name=leaf.path))
    return Configuration(
        release=release,
        settings=settings,
        providers=_items(_PROVIDERS, values.ai.bridge.providers or ()),
        external_auth=_items(_EXTERNAL_AUTH, values.external_auth or ()),
        kind="stack",
    )


def _option(leaf: Leaf, release: Release) -> Option:
    options = catalog(release).by_path.get(leaf.path)
    if options:
        return options[0]
    newest = history(leaf.opt.flag or "")[-1].until
    return series_catalog(newest).by_path[leaf.path][0]


def _items(path: str, values: Iterable[Group]) -> tuple[Item, ...]:
    return tuple(Item(index, "", value, _origins(f"{path}[{index}]", value)) for index, value in enumerate(values))


def _origins(path: str, value: Group) -> dict[str, Origin]:
    given: list[Any] = [member.json_name for member in members(type(value)) if getattr(value, member.attribute) is not None]
    return {"": Origin("keyword", name=path), **{key: Origin("keyword", name=f"{path}.{key}") for key in given}}
