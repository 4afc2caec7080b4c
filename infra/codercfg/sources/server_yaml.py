"""The YAML file that `--config` or `CODER_CONFIG_PATH` names, read as the server reads it.

Source: serpent `yaml.go`. Only the first document counts, and its root is a map. Keys are joined by dots, so that `a.b: 1` and `a: {b: 1}`
are the same; of two equal ones the later wins. A key that is neither an option nor a group is fatal.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import Catalog, Option, series_catalog
from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.origin import Origin
from codercfg.env.validators import validate
from codercfg.sources.assigned import Assigned, Found
from codercfg.sources.unknown_keys import inner_keys, unknown_key
from codercfg.sources.yaml_values import read_yaml_value
from codercfg.values.error import ValueParseError
from codercfg.values.yaml_node import Alias, Mapping, Node, Scalar, YAMLSyntaxError, compose

if TYPE_CHECKING:
    from codercfg.releases.release import Release

_MOST_LEVELS = 8
_CHECKED_AGAIN = frozenset({"pg_conn_max_open", "wildcard_access_url"})  # by rules, wherever they were set
_NULLS = frozenset({"~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class _Entry:
    """A dotted key with its place and value."""

    key: str
    origin: Origin
    node: Node


class _File:
    """One pass over one file."""

    def __init__(self, file: str, named_by: str | None, catalog: Catalog, release: Release) -> None:
        self.found = Found()
        self._file = file
        self._named_by = named_by
        self._catalog = catalog
        self._release = release
        self._groups = _groups(catalog.series)
        self._entries: dict[str, _Entry] = {}

    def read(self, text: str) -> Found:
        try:
            root = compose(text)
        except YAMLSyntaxError as error:
            origin = Origin("yaml", self._file, error.line or 1, error.column or 1, name=self._known(error.keys))
            self._refuse("YML001", origin, error.reason, error.help)
            return self.found
        except ValueParseError as error:
            self._refuse("YML001", Origin("yaml", self._file, 1, 1), error.reason, error.help)
            return self.found
        if not isinstance(root, Mapping):
            self._refuse("YML002", Origin("yaml", self._file, 1, 1), "the file holds no map", "write `{}` for an empty configuration")
            return self.found
        self._note_experimental()
        self._collect(root, "")
        positions = _positions(self._catalog.series)
        options = [(*positions[key], entry) for key, entry in self._entries.items() if key in positions]
        for _position, option, entry in sorted(options, key=lambda item: item[0]):
            self._set(option, entry)
        return self.found

    def _known(self, keys: tuple[str, ...]) -> str | None:
        """The dotted key, when it is one of the server's: in a broken file anything may look like a key."""
        key = ".".join(keys[:_MOST_LEVELS])
        return key if key in self._catalog.by_yaml or key in self._groups else None

    def _collect(self, mapping: Mapping, prefix: str) -> None:
        for key_node, node in zip(mapping.items[::2], mapping.items[1::2], strict=True):
            if not isinstance(key_node, Scalar):
                self._refuse("YML004", self._origin(key_node, prefix or None), "a key is no plain text", "write the key itself")
                continue
            key = f"{prefix}{key_node.value}"
            entry = _Entry(key, self._origin(key_node, key), node)
            is_option = key in self._catalog.by_yaml
            if key not in self._groups and not is_option:
                self.found.diagnostics.append(unknown_key(key, inner_keys(node, key), entry.origin, self._catalog, self._release))
                continue
            if is_option and key in self._entries:
                self._warn_twice(entry)
            self._entries[key] = entry
            if key in self._groups and not is_option:
                self._descend(entry)

    def _descend(self, entry: _Entry) -> None:
        if isinstance(entry.node, Mapping):
            self._collect(entry.node, f"{entry.key}.")  # as deep as the names of groups, whatever the file does
        elif isinstance(entry.node, Alias) or not (isinstance(entry.node, Scalar) and (not entry.node.value or entry.node.value in _NULLS)):
            self._warn("YML005", entry.origin, f"`{entry.key}` is a group, but has no map as value", "the server ignores it", "write a map")

    def _set(self, option: Option, entry: _Entry) -> None:
        try:
            value = read_yaml_value(option, entry.node, self._release)
        except ValueParseError as error:
            self.found.refuse(option, entry.origin, error)
            return
        self.found.assigned.append(Assigned(option, value, entry.origin))
        if option.record.validated and option.path not in _CHECKED_AGAIN:
            self._check_bypass(option, value, entry)
        elif isinstance(entry.node, Scalar) and entry.node.plain and entry.node.value in _NULLS and value:
            self._warn(
                "YML007",
                entry.origin,
                f"`{entry.key}` is set to the word {entry.node.value}",
                "the server takes the text of the value, so this is a text and not nothing",
                "remove the line to leave the option unset",
            )

    def _check_bypass(self, option: Option, value: object, entry: _Entry) -> None:
        try:
            validate(option.path, value)
        except ValueParseError as error:
            why = "the server applies its own rule for this option to variables and flags only, and takes the value"
            self._warn("YML008", entry.origin, f"`{entry.key}`: {error.reason}", why, error.help)

    def _origin(self, node: Node, name: str | None) -> Origin:
        end = node.column + len(node.value) if isinstance(node, Scalar) and node.plain and node.column else None
        return Origin("yaml", self._file, node.line or None, node.column or None, end, name)

    def _refuse(self, code: str, origin: Origin, message: str, help: str) -> None:  # noqa: A002  (the attribute's name)
        about = tuple(filter(None, (origin.name, self._named_by))) or ("yaml",)
        why = "the server refuses to start"
        self.found.diagnostics.append(Diagnostic(code, Severity.ERROR, message, help, origin=origin, why=why, about=about))

    def _warn(self, code: str, origin: Origin, message: str, why: str, help: str) -> None:  # noqa: A002  (the attribute's name)
        about = (origin.name,) if origin.name else ()
        self.found.diagnostics.append(Diagnostic(code, Severity.WARNING, message, help, origin=origin, why=why, about=about))

    def _warn_twice(self, entry: _Entry) -> None:
        self._warn("YML006", entry.origin, f"`{entry.key}` is given twice", "the server takes the later one", "keep one of them")

    def _note_experimental(self) -> None:
        self.found.diagnostics.append(
            Diagnostic(
                code="YML010",
                severity=Severity.INFO,
                message="the server reads this YAML file as an experiment",
                help="use variables where you can; secrets and some other options have no YAML key at all",
                origin=Origin("yaml", self._file, 1, 1),
                why="it prints a warning at every start",
            )
        )


def read_server_yaml(text: str, file: str, named_by: str | None, catalog: Catalog, release: Release) -> Found:
    """The options that the file sets, in the order of option names.

    Args:
        text: Its content.
        file: Its path as people know it.
        named_by: The variable or flag that names it, when there is one.
        catalog: The options of the release.
        release: The release.
    """
    return _File(file, named_by, catalog, release).read(text)


@lru_cache(maxsize=16)
def _positions(series: str) -> dict[str, tuple[int, Option]]:
    """By YAML key, the option and its place in the order in which the server applies options."""
    options = enumerate(series_catalog(series).options)
    return {option.record.yaml: (position, option) for position, option in options if option.record.yaml}


@lru_cache(maxsize=16)
def _groups(series: str) -> frozenset[str]:
    """The dotted names of all groups."""
    return frozenset(key[:end] for key in series_catalog(series).by_yaml for end, letter in enumerate(key) if letter == ".")
