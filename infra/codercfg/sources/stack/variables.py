"""The section `coder:env`: options of the server by their variables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.env.families import Families, is_member, read_families
from codercfg.env.variable import Variable, upper
from codercfg.models.stack.variables import accept_value, no_text
from codercfg.options.secret_values import is_secret_form
from codercfg.options.stack_values import what
from codercfg.sources.environ import members_of, read_environ
from codercfg.sources.stack.reading import shown
from codercfg.sources.stack.releases import note_deprecated
from codercfg.sources.stack.secret_names import is_secret
from codercfg.sources.stack.secrets import is_ciphertext
from codercfg.sources.stack.value_notes import note_no_secret, note_null, note_plain_secret, part_origin
from codercfg.sources.unknown_variables import OTHER_READERS, SERVICE_LINK
from codercfg.values.error import ValueParseError
from codercfg.values.secret import SecretText
from codercfg.yaml_reader.nodes import YamlMap

if TYPE_CHECKING:
    from codercfg.diagnostics.origin import Origin
    from codercfg.sources.assigned import Assigned
    from codercfg.sources.stack.reading import Reading
    from codercfg.values.reference import Reference
    from codercfg.values.secret import Ciphertext

# The server ignores these without a word; in a stack file that is a lost setting.
_LOST = frozenset(("ENV001", "ENV004", "AIP006", "AIP007", "EXT008"))


def read_variables(place: tuple[YamlMap, str] | None, reading: Reading) -> tuple[list[Assigned], Families]:
    """Read each variable as the server would."""
    if place is None:
        return [], Families()
    variables = _variables(place, reading)
    found = read_environ(variables, reading.catalog, reading.release)
    families = read_families(members_of(variables), reading.release)
    reading.unreadable |= found.failed
    of_families = [_stricter(item) for item in families.diagnostics]
    refused = {item.code[:3] for item in of_families if item.severity is Severity.ERROR}
    reading.unreadable.update(name for code, name in (("AIP", "@providers"), ("EXT", "@external_auth")) if code in refused)
    reading.diagnostics += [*(_stricter(item) for item in found.diagnostics), *of_families]
    for assigned in found.assigned:
        note_deprecated(assigned.option, assigned.origin, reading)
    return found.assigned, families


def _stricter(finding: Diagnostic) -> Diagnostic:
    return replace(finding, severity=Severity.ERROR) if finding.code in _LOST else finding


def _variables(place: tuple[YamlMap, str], reading: Reading) -> list[Variable]:
    holder, key = place
    section, top = holder[key], reading.places.of_key(holder, key)
    if section is None:
        note_null("coder:env", top, reading)
        return []
    if not isinstance(section, YamlMap):
        message, help_ = f"`coder:env` must be a map, found {what(section)}", "write one `CODER_NAME: value` line for each variable"
        reading.note("STK020", message, help=help_, origin=top, path="env")
        reading.incomplete = True
        return []
    read = (_variable(section, name, reading) for name in section)
    return [variable for variable in read if variable is not None]


def _variable(section: YamlMap, name: str, reading: Reading) -> Variable | None:
    """The variable, or None after a finding."""
    origin = reading.places.of_entry(section, name, name)
    written, secret = section[name], is_secret(upper(name), reading.catalog)
    if _is_foreign(upper(name), reading):
        _note_foreign(name, origin, reading)
    elif written is None:
        note_null(name, origin, reading)
    elif not secret and is_secret_form(written):
        note_no_secret(name, origin, reading)
    elif secret and not isinstance(written, dict | list) and written != "":
        note_plain_secret("env", name, origin, reading)
    else:
        try:
            return Variable(name, _value(written, name, reading, secret=secret), origin)
        except ValueParseError as error:
            code = "STK039" if secret else "STK031"
            place = part_origin(section, name, name, error.at, reading)
            reading.note(code, f"`{name}`: {error.reason}", help=error.help, origin=place, path=name)
    _blind(name, reading)
    return None


def _is_foreign(name: str, reading: Reading) -> bool:
    """Whether the server has no such option in any release; what looks like one is reported with its nearest names elsewhere."""
    return (
        name not in reading.catalog.by_env
        and not is_member(name)
        and (not name.startswith("CODER_") or name in OTHER_READERS or SERVICE_LINK.fullmatch(name) is not None)
    )


def _note_foreign(name: str, origin: Origin, reading: Reading) -> None:
    reading.note(
        "STK036",
        f"{shown(name)} is no option of the server".replace("this key is", "this is"),
        help="list it under `extraEnv` of `coder:kubernetes`",
        origin=origin,
        path=name if shown(name) != "this key" else "env",
        why="`coder:env` holds options only, so that each of them is checked",
    )


def _blind(name: str, reading: Reading) -> None:
    """A variable that was refused must not make a rule believe that its option is unset."""
    option = reading.catalog.by_env.get(upper(name))
    if option is not None:
        reading.unreadable.add(option.path)


def _value(written: Any, name: str, reading: Reading, *, secret: bool) -> str | Reference | Ciphertext:  # noqa: ANN401  (any YAML)
    if reading.secrets is not None and is_ciphertext(written):
        plain = reading.secrets.get(f"env.{name}")
        if plain is not None:
            return plain
    if isinstance(written, dict) and not secret:
        raise no_text(written)
    value = accept_value(written)
    reading.hide(name, value)
    return value.reveal() if isinstance(value, SecretText) else value
