"""Keeps a misspelt option from being reported as missing as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from codercfg.catalog.catalog import Catalog
    from codercfg.diagnostics.diagnostic import Diagnostic

_UNKNOWN = frozenset(("STK024", "ENV001"))
_QUOTED = re.compile(r"`([^`]+)`")


def meant(findings: Iterable[Diagnostic], catalog: Catalog) -> Iterator[str]:
    """JSON paths of the options that the help of a finding about an unknown name suggests: the user did set them, under another name."""
    for finding in findings:
        if finding.code not in _UNKNOWN:
            continue
        group = finding.path.rpartition(".")[0]
        for name in _QUOTED.findall(finding.help):
            option = catalog.by_env.get(name)
            if option is not None:
                yield option.path
            yield from (path for path in (name, f"{group}.{name}") if path in catalog.by_path)
