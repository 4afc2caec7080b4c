"""Options that several variables set."""

from __future__ import annotations

from functools import lru_cache

from codercfg.catalog.catalog import series_catalog


@lru_cache(maxsize=16)
def several_names(series: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """JSON path and variables, the one to keep first, of each option that a release knows under several variables.

    Options of the AI gateway have a rule of their own: there neither name wins alone.
    """
    found = []
    for path, options in series_catalog(series).by_path.items():
        variables = tuple(option.env for option in options if option.env)
        if len(variables) > 1 and not path.startswith("ai."):
            found.append((path, variables))
    return tuple(found)
