"""Compares values with the bundled schema of Kubernetes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from codercfg.diagnostics.nearest import did_you_mean

_FILE = Path(__file__).with_name("data") / "schema.json"
_MOST = 20  # a wrong template can break every line; the first findings are enough
_WORDS = {"string": "text", "integer": "a whole number", "boolean": "true or false", "object": "a map", "array": "a list"}


@dataclass(frozen=True, slots=True)
class Problem:
    """A place where a value does not fit.

    Attributes:
        path: Keys and positions that lead to it.
        message: What is wrong; never holds the value, which may be secret.
        advice: What to do instead.
    """

    path: tuple[str | int, ...]
    message: str
    advice: str

    @property
    def dotted(self) -> str:
        """`spec.containers[0].env`."""
        return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.path).removeprefix(".")


def definition_of(manifest: dict[str, Any]) -> str | None:
    """The definition of an object's kind, or None when the schema has no such kind."""
    found: str | None = _schema()["kinds"].get(f"{manifest.get('apiVersion')}/{manifest.get('kind')}")
    return found


def problems(definition: str, value: Any) -> list[Problem]:  # noqa: ANN401  (any JSON)
    """Where `value` does not fit a definition (`V1Affinity`), at most 20 places."""
    return [_problem(error) for error in islice(_validator().iter_errors({definition: value}), _MOST)]


def _problem(error: Any) -> Problem:  # noqa: ANN401  (jsonschema-rs has no public type for it)
    path, kind = tuple(error.instance_path)[1:], error.kind
    if kind.name == "additionalProperties":
        unknown = min(kind.unexpected)
        known = _at(error.schema_path[:-1])["properties"]
        return Problem((*path, unknown), f"Kubernetes knows no key `{unknown}` here", did_you_mean(unknown, known, _some(known)))
    if kind.name == "required":
        return Problem(path, f"the key `{kind.property}` is missing", f"add `{kind.property}`")
    if kind.name == "type":
        expected = " or ".join(_WORDS.get(word, word) for word in kind.types)
        return Problem(path, f"Kubernetes expects {expected} here", "quotes make a number text, and none make text a number")
    return Problem(path, "Kubernetes does not take this value", "compare it with the Kubernetes API reference")


def _some(known: dict[str, Any]) -> str:
    return f"known keys: {', '.join(sorted(known)[:12])}" if known else "remove it"


def _at(path: list[str | int]) -> Any:  # noqa: ANN401  (any JSON)
    found: Any = _schema()
    for part in path:
        found = found[part]
    return found


@lru_cache(maxsize=1)
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return schema


@lru_cache(maxsize=1)
def _validator() -> Any:  # noqa: ANN401  (jsonschema-rs is loaded late)
    """One validator for all definitions, told by a key around the value: they share most of what they consist of."""
    import jsonschema_rs

    definitions = _schema()["definitions"]
    each = {name: {"$ref": f"#/definitions/{name}"} for name in definitions}
    # `mask`: an error must not quote the value it is about.
    return jsonschema_rs.validator_for({"properties": each, "definitions": definitions}, mask="…")
