"""The JSON Schema of `coder:env`: variables of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.catalog.catalog import leaf_by_flag
from codercfg.options.family import members
from codercfg.reference.lookup import FAMILIES
from codercfg.releases.table import history

if TYPE_CHECKING:
    from codercfg.options.leaf import Leaf
    from codercfg.reference.value_schemas import Schema

_ANY = {"$ref": "#/$defs/variable"}
_SECRET = {"$ref": "#/$defs/secret"}


def variables_schema() -> Schema:
    """Every variable that a known release reads; others are left to `codercfg check`, which knows the release."""
    return {
        "type": "object",
        "properties": dict(sorted(_properties().items())),
        "patternProperties": _indexed(),
        "additionalProperties": _ANY,
    }


def _properties() -> dict[str, Schema]:
    """The newest name that an option has decides what is said of it."""
    found: dict[str, Schema] = {}
    for flag, leaf in leaf_by_flag().items():
        for span in reversed(history(flag)):
            if span.record.env:
                found.setdefault(span.record.env, _variable(leaf, span.record.use_instead))
    return found


def _variable(leaf: Leaf, use_instead: tuple[str, ...]) -> Schema:
    schema: Schema = {"description": f"{leaf.opt.description} The same as `{leaf.path}`.", **(_SECRET if leaf.opt.secret else _ANY)}
    return {**schema, "deprecated": True} if use_instead else schema


def _indexed() -> dict[str, Schema]:
    """Keys of numbered items, by pattern."""
    return {
        f"^{prefix.text}[0-9]+_{member.key.env}$": {"description": member.key.description, **(_SECRET if member.key.secret else _ANY)}
        for match in FAMILIES
        for prefix in match.family.prefixes
        for member in members(match.model)
        if member.key.env
    }
