"""The secret options beside one that is not: where a key that stands in the wrong place probably belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codercfg.catalog.outline import outline_leaves, record_class
from codercfg.env.family import FAMILIES
from codercfg.env.variable import upper
from codercfg.options.family import members
from codercfg.sources.stack.secret_names import MODELS

if TYPE_CHECKING:
    from codercfg.catalog.catalog import Catalog

_ITEM = re.compile(r"(?P<list>[a-z_.]+)\[(?P<index>[0-9]+)\]")


def neighbours_of_path(path: str) -> list[str]:
    """Secret options of the same group, or secret keys of the same item, by JSON path."""
    item = _ITEM.match(path)
    if item is not None and item["list"] in MODELS:
        return [f"{item[0]}.{member.json_name}" for member in members(record_class(MODELS[item["list"]])) if member.key.secret]
    group = path.partition("[")[0].rpartition(".")[0]
    return [leaf.path for leaf in outline_leaves() if leaf.secret and group and leaf.path.rpartition(".")[0] == group]


def neighbours_of_variable(variable: str, catalog: Catalog) -> list[str]:
    """The same by variable."""
    name = upper(variable)
    for path, family in FAMILIES.items():
        prefix = next((item.text for item in family.prefixes if name.startswith(item.text)), None)
        if prefix is not None:
            index = name[len(prefix) :].partition("_")[0]
            secret = (member.key.env for member in members(record_class(MODELS[path])) if member.key.secret)
            return [f"{prefix}{index}_{key}" for key in secret if key]
    option = catalog.by_env.get(name)
    paths = [] if option is None else neighbours_of_path(option.path)
    return [env for path in paths for env in (found.env for found in catalog.by_path.get(path, ())[:1]) if env]
