"""Bundled templates without jinja2: loading and compiling it would cost a third of a short run.

`python -m codercfg.reference write` turns each bundled template into a few steps, which do the same as jinja2 does; a test compares both. A
template that was changed since, or that does more than the steps can, goes through jinja2: a change always counts.
"""

from __future__ import annotations

import json
import zlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codercfg.kubernetes_objects.placeholder import placed

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAMS = Path(__file__).with_name("data") / "templates.json"
WRITE, IF, FOR, ITEMS = "write", "if", "for", "items"


def checksum(source: str) -> int:
    """By which a program knows its template; against accidents, not against malice."""
    return zlib.crc32(source.encode())


@lru_cache(maxsize=32)
def program_of(name: str, source: str) -> list[Any] | None:
    """The steps of a template, or None when there are none for this very text."""
    found = _programs().get(name)
    return found["steps"] if found is not None and found["checksum"] == checksum(source) else None


def run(steps: list[Any], variables: Mapping[str, Any], values: list[Any]) -> str:
    """The text that the steps make, marks in the places of values.

    Steps are texts to write as they are, `[write, name]`, `[if, name, steps, steps]`, `[for, targets, name, steps]` and
    `[items, targets, name, steps]`.

    Raises:
        KeyError: A name is not in `variables`.
    """
    parts: list[str] = []
    _run(steps, variables, values, parts)
    return "".join(parts)


def _run(steps: list[Any], scope: Mapping[str, Any], values: list[Any], parts: list[str]) -> None:
    for step in steps:
        if isinstance(step, str):
            parts.append(step)
        elif step[0] == WRITE:
            parts.append(placed(scope[step[1]], values))
        elif step[0] == IF:
            _run(step[2] if scope[step[1]] else step[3], scope, values, parts)
        else:
            _loop(step, scope, values, parts)


def _loop(step: list[Any], scope: Mapping[str, Any], values: list[Any], parts: list[str]) -> None:
    kind, targets, name, body = step
    items = scope[name].items() if kind == ITEMS else scope[name]
    for item in items:
        inner = dict(zip(targets, item, strict=True)) if len(targets) > 1 else {targets[0]: item}
        _run(body, {**scope, **inner}, values, parts)


@lru_cache(maxsize=1)
def _programs() -> dict[str, Any]:
    programs: dict[str, Any] = json.loads(PROGRAMS.read_text(encoding="utf-8"))["templates"]
    return programs
