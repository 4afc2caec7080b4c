"""The shape of all models, without the models: what a check reads instead of 70 classes.

`data/outline.json` is generated from the models (`make generate`) and a test holds it current. Importing the models and letting pydantic
build them costs about 900 million instructions; reading their outline costs a fiftieth of it.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codercfg.models.external_auth_kind import EXTERNAL_AUTH
from codercfg.models.link_kind import LINKS
from codercfg.models.stack import cluster_kinds, structure, variables
from codercfg.models.stack import kinds as stack_kinds
from codercfg.models.stack.choice import TargetChoice
from codercfg.options import kinds, structs
from codercfg.options.leaf import Leaf
from codercfg.options.opt import Key, Opt
from codercfg.options.record import Field, Record

if TYPE_CHECKING:
    from codercfg.options.kind import Kind

HOMES = (kinds, structs, stack_kinds, cluster_kinds, structure, variables)  # modules whose constants and functions make kinds
OTHERS = {"LINKS": LINKS, "EXTERNAL_AUTH": EXTERNAL_AUTH}
DATA = Path(__file__).with_name("data") / "outline.json"
_BASES: dict[str, tuple[type, ...]] = {"Target": (TargetChoice,)}  # models whose properties a record needs as well


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return loaded


def home_of(model: str) -> str:
    """The module of a model."""
    home: str = _data()[model]["module"]
    return home


@lru_cache(maxsize=128)
def record_class(model: str) -> type[Record]:
    """The record in the place of the model of this name."""
    fields = {name: _field(name, row) for name, row in _data()[model]["fields"].items()}
    attributes = {
        **{name: field.default for name, field in fields.items() if not field.required},
        "model_fields": fields,
        "by_key": {field.alias: field for field in fields.values()},
        "required": frozenset(name for name, field in fields.items() if field.required),
    }
    return type(model, (*_BASES.get(model, ()), Record), attributes)


def _field(name: str, row: dict[str, Any]) -> Field:
    kind = _kind(row["kind"]) if "kind" in row else None
    group = record_class(row["group"]) if "group" in row else None
    many = row.get("many", False)
    default = row.get("default")
    if isinstance(default, list):
        default = tuple(default)
    if group is not None and not many:
        default = group({})
    key = Key("", **row["key"]) if "key" in row else None
    held = structure.Structure(**row["structure"]) if "structure" in row else None
    metadata = tuple(item for item in (kind, key, held) if item is not None)
    return Field(name, row.get("alias", name), kind, group, many, row.get("required", False), default, metadata)


@lru_cache(maxsize=256)
def _named(name: str) -> Any:  # noqa: ANN401  (a value of any kind)
    return OTHERS.get(name) or next(found for home in HOMES if (found := getattr(home, name, None)) is not None)


def _kind(written: str | list[Any]) -> Kind:
    """A constant by its name, or the call of a function."""
    kind: Kind = _named(written) if isinstance(written, str) else _named(written[0])(*written[1:])
    return kind


@lru_cache(maxsize=1)
def outline_leaves() -> tuple[Leaf, ...]:
    """Every option of `DeploymentValues`, as `options.walk.leaves` gives it."""
    return tuple(_walk("DeploymentValues", "", ()))


def _walk(model: str, prefix: str, attributes: tuple[str, ...]) -> list[Leaf]:
    found: list[Leaf] = []
    fields = record_class(model).model_fields
    for name, row in _data()[model]["fields"].items():
        path, field = f"{prefix}{row.get('alias', name)}", fields[name]
        if field.group is not None and not field.many:
            found += _walk(row["group"], f"{path}.", (*attributes, name))
        elif field.kind is not None and "flags" in row:
            found.append(Leaf(path, (*attributes, name), field.kind, row.get("secret", False), tuple(row["flags"]), _metadata))
    return found


@lru_cache(maxsize=1)
def _metadata_by_path() -> dict[str, Opt]:
    from codercfg.models.root import DeploymentValues
    from codercfg.options.walk import leaves

    return {leaf.path: leaf.opt for leaf in leaves(DeploymentValues)}


def _metadata(path: str) -> Opt:
    return _metadata_by_path()[path]
