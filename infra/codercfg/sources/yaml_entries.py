"""The dotted keys of the server's YAML file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import series_catalog
from codercfg.sources.unknown_keys import inner_keys, unknown_key
from codercfg.values.yaml_node import Mapping, Node, Scalar

if TYPE_CHECKING:
    from codercfg.catalog.catalog import Catalog
    from codercfg.diagnostics.origin import Origin
    from codercfg.releases.release import Release
    from codercfg.sources.yaml_findings import YAMLFindings

_MOST_SUGGESTIONS = 20
NULLS = frozenset({"~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A dotted key with its place and value."""

    key: str
    origin: Origin
    node: Node

    @property
    def is_null(self) -> bool:
        """Whether the value is one of YAML's words for nothing, written out."""
        return isinstance(self.node, Scalar) and self.node.plain and self.node.value in NULLS


@lru_cache(maxsize=16)
def groups(series: str) -> frozenset[str]:
    """The dotted names of all groups of a release series."""
    return frozenset(key[:end] for key in series_catalog(series).by_yaml for end, letter in enumerate(key) if letter == ".")


class Entries:
    """Collects the keys of options, and reports those that are neither option nor group."""

    def __init__(self, findings: YAMLFindings, catalog: Catalog, release: Release) -> None:
        self.by_key: dict[str, Entry] = {}
        self._findings = findings
        self._catalog = catalog
        self._release = release
        self._groups = groups(catalog.series)
        self._unknown = 0

    def collect(self, mapping: Mapping, prefix: str = "") -> None:
        """Take the entries of a map and of the groups in it; of two equal keys the later wins."""
        for key_node, node in zip(mapping.items[::2], mapping.items[1::2], strict=True):
            if isinstance(key_node, Scalar):
                key = f"{prefix}{key_node.value}"
                self._add(Entry(key, self._findings.origin(key_node, key), node))
            else:
                self._findings.refuse(
                    "YML004", self._findings.origin(key_node, prefix or None), "a key is no plain text", "write the key itself"
                )

    def _add(self, entry: Entry) -> None:
        if entry.key in self._catalog.by_yaml:
            if entry.key in self.by_key:
                self._findings.warn(
                    "YML006", entry.origin, f"`{entry.key}` is given twice", "the server takes the later one", "keep one of them"
                )
            self.by_key[entry.key] = entry
        elif entry.key not in self._groups:
            inner = inner_keys(entry.node, entry.key)
            suggest = self._unknown < _MOST_SUGGESTIONS
            self._findings.add(unknown_key(entry.key, inner, entry.origin, self._catalog, self._release, suggest=suggest))
            self._unknown += 1
        elif isinstance(entry.node, Mapping):
            self.collect(entry.node, f"{entry.key}.")  # as deep as the names of groups, whatever the file does
        elif not (isinstance(entry.node, Scalar) and entry.node.value in NULLS | {""}):
            message = f"`{entry.key}` is a group, but has no map as value"
            self._findings.warn("YML005", entry.origin, message, "the server ignores it", "write a map")
