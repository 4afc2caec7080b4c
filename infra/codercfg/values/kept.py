"""Remembers what short public texts were read as: the same few addresses and patterns stand in every stack of a fleet."""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_P = ParamSpec("_P")
_T = TypeVar("_T")
_MOST = 256  # texts of one sort
_LONGEST = 64  # characters; so that what is kept stays small
_PASSWORD_BEFORE, _TOKEN_BEHIND = "@", "?"


def kept(read: Callable[_P, _T]) -> Callable[_P, _T]:
    """`read`, asked once for a short text as long as few others come between; what it raises is raised anew each time.

    Not for secrets, which would outlive the configuration that they belong to; addresses that may hold one are not kept.

    Args:
        read: A function of a text, and perhaps of what else decides about the result; the result is never changed.
    """
    usual = lru_cache(maxsize=_MOST)(read)

    @wraps(read)
    def call(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        text = cast("str", args[0])
        if len(text) > _LONGEST or _PASSWORD_BEFORE in text or _TOKEN_BEHIND in text:
            return read(*args, **kwargs)
        return usual(*args, **kwargs)  # type: ignore[arg-type]  # all are hashable: texts and truth values

    return call
