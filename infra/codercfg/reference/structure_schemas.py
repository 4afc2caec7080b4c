"""The bundled schemas of Kubernetes structures, as definitions of the stack schema."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codercfg.reference.value_schemas import Schema

_BUNDLED = Path(__file__).parents[1] / "kubernetes_objects" / "data" / "schema.json"
_REFERENCE = re.compile(r"#/definitions/(\w+)")


def structure_schemas(names: Iterable[str]) -> dict[str, Schema]:
    """The structures `names` and what they are made of, by name."""
    bundled: dict[str, Any] = json.loads(_BUNDLED.read_text(encoding="utf-8"))["definitions"]
    found: dict[str, Schema] = {}
    waiting = sorted(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            text = json.dumps(bundled[name])
            found[name] = json.loads(_REFERENCE.sub(r"#/$defs/\1", text))
            waiting.extend(_REFERENCE.findall(text))
    return dict(sorted(found.items()))
