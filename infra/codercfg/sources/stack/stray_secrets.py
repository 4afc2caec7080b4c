"""Secrets in places of a stack file that many can read: values that are not secret, names, labels, comments.

A file without the mark of a known key and without a long text costs one look at its text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from codercfg.catalog.outline import record_class
from codercfg.diagnostics.diagnostic import Severity
from codercfg.env.families import is_member
from codercfg.env.variable import upper
from codercfg.options.secret_values import CIPHERTEXT
from codercfg.sources.stack.stray_advice import advice
from codercfg.values.known_keys import first_key, known_key, long_words, looks_random, may_hold_key
from codercfg.yaml_reader.nodes import YamlList, YamlMap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from codercfg.catalog.catalog import Catalog
    from codercfg.options.record import Record
    from codercfg.sources.stack.reading import Reading
    from codercfg.yaml_reader.nodes import Place

_COMMENT = re.compile(r"(?:^|\s)#.*", re.MULTILINE)
_CIPHERTEXT = re.compile(r"v1:[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+")
_MOST = 100  # findings; a file may have a secret in each of a hundred thousand lines
_MODELS = {"deployment": "DeploymentValues", "kubernetes": "KubernetesSettings", "target": "Target"}
_WHY = "whoever can read the repository, the Deployment or a report could read it; revoke it if it was ever committed"
_WHY_PERHAPS = "if it is one, whoever can read the repository, the Deployment or a report could read it"


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the file: where it stands, and its path in the section."""

    section: str
    path: str
    text: str = field(repr=False)
    place: Place

    @property
    def is_identifier(self) -> bool:
        """Whether vendors make such names by chance, and show them to everybody."""
        return self.path.rpartition(".")[2].lower().endswith("client_id")


def note_stray_secrets(text: str, sections: Mapping[str, tuple[YamlMap, str]], reading: Reading) -> None:
    """Note known keys as errors, and what looks random as a warning."""
    long = long_words(text)
    keys = may_hold_key(long)
    if not keys and not _may_look_random(long):
        return
    said = {(item.origin.line, item.origin.column) for item in reading.diagnostics if item.code == "STK026"}
    lines: set[int] = set()
    before = len(reading.diagnostics)
    for found in _texts(sections, reading.catalog):
        if len(reading.diagnostics) - before >= _MOST:
            return
        line, column, last, _end = found.place
        if (line + 1, column + 1) in said:
            lines.update(range(line, last + 1))
        elif keys and (what := known_key(found.text)) is not None:
            lines.update(range(line, last + 1))
            _note(found, "STK041", f"holds {what}", Severity.ERROR, reading)
        elif not found.is_identifier and looks_random(found.text):
            _note(found, "STK042", "looks like a secret", Severity.WARNING, reading)
    if keys:
        _comments(text, lines, reading)


def _may_look_random(text: str) -> bool:
    """Whether a part of the file does; ciphertext always does, and is where it belongs."""
    return looks_random(_CIPHERTEXT.sub("", text))


def _texts(sections: Mapping[str, tuple[YamlMap, str]], catalog: Catalog) -> Iterator[Text]:
    """Every text of our sections but ciphertext."""
    for section, model in _MODELS.items():
        if section in sections:
            holder, key = sections[section]
            yield from _below(section, "", holder[key], record_class(model))
    if "env" in sections:
        holder, key = sections["env"]
        for name in holder[key] if isinstance(holder[key], YamlMap) else ():
            known = upper(name) in catalog.by_env or is_member(upper(name))
            yield from _entry("env", name if known else "", holder[key], name, None, exact=True)


def _below(section: str, path: str, holder: Any, model: type[Record] | None, *, exact: bool = True) -> Iterator[Text]:  # noqa: ANN401
    """The texts in a value. A path names keys of the models only, for any other may be a secret itself; behind one it is not `exact`."""
    if isinstance(holder, YamlMap):
        for key in holder:
            field = None if model is None else model.by_key.get(key)
            inner = path if field is None else f"{path}.{key}" if path else key
            yield from _entry(section, inner, holder, key, None if field is None else field.group, exact=field is not None)
    elif isinstance(holder, YamlList):
        for index in range(len(holder)):
            yield from _entry(section, f"{path}[{index}]" if path and exact else path, holder, index, model, exact=exact)


def _entry(
    section: str,
    path: str,
    holder: Any,  # noqa: ANN401  (any YAML)
    key: str | int,
    model: type[Record] | None,
    *,
    exact: bool,
) -> Iterator[Text]:
    value = holder[key]
    if not isinstance(value, str):
        yield from _below(section, path, value, model, exact=exact)
    elif key != CIPHERTEXT:
        yield Text(section, path, value, holder.places[key] if isinstance(key, int) else holder.place_of_value(key))


def _note(found: Text, code: str, what: str, severity: Severity, reading: Reading) -> None:
    full = f"{found.section}.{found.path}".removesuffix(".") if found.section in {"kubernetes", "target"} else found.path
    path = full or found.section
    message = f"`{path}` {what}, and is no place for one" if severity is Severity.ERROR else f"`{path}` {what}"
    origin, why = reading.places.of(found.place, path), _WHY if severity is Severity.ERROR else _WHY_PERHAPS
    reading.note(code, message, help=advice(found.section, found.path, reading), origin=origin, path=path, why=why, severity=severity)


def _comments(text: str, said: set[int], reading: Reading) -> None:
    keys = ((comment, first_key(comment[0])) for comment in _COMMENT.finditer(text))
    for comment, key in islice(((comment, key) for comment, key in keys if key is not None), _MOST):
        start = comment.start() + key[1]
        line = text.count("\n", 0, start)
        if line not in said:
            column = start - text.rfind("\n", 0, start) - 1
            origin = reading.places.of((line, column, line, column))
            reading.note("STK041", f"a comment holds {key[0]}", help="remove it", origin=origin, why=_WHY)
