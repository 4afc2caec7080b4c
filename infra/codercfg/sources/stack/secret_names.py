"""Which variables are secret."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import leaf_by_flag
from codercfg.catalog.outline import record_class
from codercfg.env.family import FAMILIES
from codercfg.options.family import members
from codercfg.releases import table

if TYPE_CHECKING:
    from codercfg.catalog.catalog import Catalog

MODELS = {"ai.bridge.providers": "AIBridgeProviderConfig", "external_auth": "ExternalAuthConfig"}


def is_secret(variable: str, catalog: Catalog) -> bool:
    """Whether an upper-case variable holds a secret, in the catalogue's release or in any other: a typo of a release must not show it."""
    option = catalog.by_env.get(variable)
    if option is not None:
        return option.secret
    return variable in _secret_options() or _is_secret_member(variable)


@lru_cache(maxsize=1)
def _secret_options() -> frozenset[str]:
    return frozenset(
        span.record.env for flag, leaf in leaf_by_flag().items() if leaf.secret for span in table.history(flag) if span.record.env
    )


def _is_secret_member(variable: str) -> bool:
    for path, family in FAMILIES.items():
        prefix = next((item.text for item in family.prefixes if variable.startswith(item.text)), None)
        if prefix is not None:
            key = variable[len(prefix) :].partition("_")[2]
            return any(member.key.secret and member.key.env == key for member in members(record_class(MODELS[path])))
    return False
