"""Hands the engine a property-level diff, which pulumi's Python dynamic providers cannot return by themselves.

`pulumi.dynamic.__main__` builds its answer to the engine from `DiffResult`, which has no place for it. This module completes that answer
on its way out. Where the wheel should change and nothing fits any more, previews are merely wordier; `tests/engine` notices.
"""

from __future__ import annotations

import sys
from threading import local
from typing import Any

_pending = local()


def announce(changed: dict[str, str]) -> None:
    """Keep the changed paths for the answer that this thread builds next."""
    _pending.changed = changed


def install() -> None:
    """Complete the answers of this process, once; does nothing outside the process of a dynamic provider."""
    main: Any = sys.modules.get("__main__")
    proto = getattr(main, "proto", None)
    if proto is not None and hasattr(main, "DynamicResourceProviderServicer") and not isinstance(proto, _Proto):
        main.proto = _Proto(proto)


class _Proto:
    """The module of message types, with a `DiffResponse` that carries the announced paths."""

    def __init__(self, proto: Any) -> None:  # noqa: ANN401  (a generated module)
        self._proto = proto
        self.DiffResponse = _DiffResponse(proto)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  (a generated class)
        return getattr(self._proto, name)


class _DiffResponse:
    """Stands for the generated class: makes messages, and has its constants."""

    def __init__(self, proto: Any) -> None:  # noqa: ANN401  (a generated module)
        self._proto = proto

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  (a constant)
        return getattr(self._proto.DiffResponse, name)

    def __call__(self, **fields: Any) -> Any:  # noqa: ANN401  (a generated message)
        response = self._proto.DiffResponse(**fields)
        changed: dict[str, str] = getattr(_pending, "changed", None) or {}
        _pending.changed = None
        if response.changes != response.DIFF_SOME or not changed:
            return response
        for path, kind in changed.items():
            response.detailedDiff[path].kind = self._proto.PropertyDiff.Kind.Value(kind)
            response.detailedDiff[path].inputDiff = True
        response.hasDetailedDiff = True
        return response
