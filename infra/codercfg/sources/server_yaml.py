"""The YAML file that `--config` or `CODER_CONFIG_PATH` names, read as the server reads it.

Source: serpent `yaml.go`. Only the first document counts, and its root is a map. Keys are joined by dots, so that `a.b: 1` and `a: {b: 1}`
are the same; of two equal ones the later wins. A key that is neither an option nor a group is fatal.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import Catalog, Option, series_catalog
from codercfg.env.validators import validate
from codercfg.sources.assigned import Assigned, Found
from codercfg.sources.yaml_entries import Entries, Entry, groups
from codercfg.sources.yaml_findings import YAMLFindings
from codercfg.sources.yaml_values import read_yaml_value
from codercfg.values.error import ValueParseError
from codercfg.values.yaml_node import Mapping, YAMLSyntaxError, compose

if TYPE_CHECKING:
    from collections.abc import Collection

    from codercfg.releases.release import Release

_MOST_LEVELS = 8
_CHECKED_AGAIN = frozenset({"pg_conn_max_open", "wildcard_access_url"})  # by rules, wherever they were set


def read_server_yaml(
    text: str,
    file: str,
    catalog: Catalog,
    release: Release,
    *,
    named_by: str | None = None,
    sourced: Collection[str] = (),
) -> Found:
    """The options that the file sets, in the order of option names.

    Args:
        text: Its content.
        file: Its path as people know it.
        catalog: The options of the release.
        release: The release.
        named_by: The variable or flag that names the file, when there is one.
        sourced: Flags of the options that have a value already; the server does not even look at theirs.
    """
    found = Found()
    findings = YAMLFindings(found, file, named_by)
    root = _root(text, findings, catalog)
    if root is None:
        return found
    findings.note_experimental()
    entries = Entries(findings, catalog, release)
    entries.collect(root)
    positions = _positions(catalog.series)
    options = [(*positions[key], entry) for key, entry in entries.by_key.items()]
    for _position, option, entry in sorted(options, key=lambda item: item[0]):
        if option.record.flag in sourced:
            found.assigned.append(Assigned(option, None, entry.origin))
        else:
            _read(found, findings, option, entry, release)
    return found


def _root(text: str, findings: YAMLFindings, catalog: Catalog) -> Mapping | None:
    try:
        root = compose(text)
    except YAMLSyntaxError as error:
        key = ".".join(error.keys[:_MOST_LEVELS])
        # In a broken file anything may look like a key, so only one of the server's is repeated.
        known = key in catalog.by_yaml or key in groups(catalog.series)
        findings.refuse("YML001", findings.start(error.line, error.column, key if known else None), error.reason, error.help)
        return None
    except ValueParseError as error:
        findings.refuse("YML001", findings.start(), error.reason, error.help)
        return None
    if isinstance(root, Mapping):
        return root
    findings.refuse("YML002", findings.start(), "the file holds no map", "write `{}` for an empty configuration")
    return None


def _read(found: Found, findings: YAMLFindings, option: Option, entry: Entry, release: Release) -> None:
    try:
        value = read_yaml_value(option, entry.node, release)
    except ValueParseError as error:
        found.refuse(option, entry.origin, error)
        return
    found.assigned.append(Assigned(option, value, entry.origin))
    if option.record.validated:
        _check_bypass(findings, option, value, entry)
    elif entry.is_null and value:
        message = f"`{entry.key}` is set to the word for nothing"
        why = "the server takes the text of the value, so this is a text and not nothing"
        findings.warn("YML007", entry.origin, message, why, "remove the line to leave the option unset")


def _check_bypass(findings: YAMLFindings, option: Option, value: object, entry: Entry) -> None:
    if option.path in _CHECKED_AGAIN:
        return
    try:
        validate(option.path, value)
    except ValueParseError as error:
        why = "the server applies its own rule for this option to variables and flags only, and takes the value"
        findings.warn("YML008", entry.origin, f"`{entry.key}`: {error.reason}", why, error.help)


@lru_cache(maxsize=16)
def _positions(series: str) -> dict[str, tuple[int, Option]]:
    """By YAML key, the option and its place in the order in which the server applies options."""
    options = enumerate(series_catalog(series).options)
    return {option.record.yaml: (position, option) for position, option in options if option.record.yaml}
