"""What a stack file may write for a secret: ciphertext, or a reference to where the value lies.

No message repeats a key or value that is not known: a secret in the wrong place may be one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.diagnostics.nearest import did_you_mean
from codercfg.options.stack_values import what
from codercfg.values.error import ValueParseError
from codercfg.values.reference import ExternalRef, Reference, SealedRef, SecretRef
from codercfg.values.secret import Ciphertext, SecretText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_Held = tuple[tuple[str, ...], dict[str, str], "Callable[..., Reference]"]
_ENTRY = {"name": "name", "key": "key", "rotation": "rotation"}
_REMOTE = {"store": "store", "key": "key", "storeKind": "store_kind", "property": "part", "version": "version", "rotation": "rotation"}
# By form: the keys it needs, all its keys with their attribute, and what they make.
REFERENCES: dict[str, _Held] = {
    "secretRef": (("name", "key"), _ENTRY, SecretRef),
    "externalSecret": (("store", "key"), _REMOTE, ExternalRef),
    "sealed": (("name", "key"), _ENTRY, SealedRef),
}
_HELD = (SecretText, Reference, Ciphertext)  # a union would be made anew for every value
_MAPS = (dict, Mapping)  # asking for the abstract class alone takes five times as long
CIPHERTEXT = "secure"
FORMS = (CIPHERTEXT, *REFERENCES)
PARTS = frozenset((*FORMS, *_ENTRY, *_REMOTE))  # every key that the value of a secret may have
HOW = "write {secretRef: {name: …, key: …}}, or let `pulumi config set --secret --path` write {secure: …}"


def accept_secret(data: object) -> SecretText | Reference | Ciphertext:
    """`{secure: …}`, a reference in one of its forms, or a value that was never plain text in a file."""
    if isinstance(data, _HELD):
        return data
    if not isinstance(data, _MAPS):
        raise ValueParseError("a secret option may not hold plain text", HOW)
    form = _form(data)
    value = data[form]
    if form != CIPHERTEXT:
        return _reference(form, value)
    if isinstance(value, str) and value:
        return Ciphertext(value)
    raise ValueParseError("`secure` needs the text that Pulumi wrote", HOW, (form,))


def is_secret_form(data: object) -> bool:
    """Whether a value is written as a secret is."""
    return isinstance(data, dict) and len(data) == 1 and next(iter(data)) in FORMS


def _form(data: Mapping[object, object]) -> str:
    if len(data) == 1:
        only = next(iter(data))
        if only in FORMS:
            return str(only)
    found = [form for form in FORMS if form in data]
    others = [key for key in data if key not in FORMS]
    if len(found) > 1:
        reason = f"{' and '.join(f'`{form}`' for form in found)} are two ways to say where one value lies"
        raise ValueParseError(reason, "keep one of them", (found[1],))
    if not found:
        listed = " or ".join((", ".join(f"`{form}`" for form in FORMS[:-1]), f"`{FORMS[-1]}`"))
        near = _near(others[0], FORMS, HOW) if others else HOW
        raise ValueParseError(f"expected a map with the one key {listed}", near)
    form, key = found[0], str(others[0])
    inside = key in REFERENCES.get(form, ((), {}, None))[1]
    advice = f"write `{key}` inside `{form}`" if inside else _near(key, FORMS, "remove it")
    raise ValueParseError(f"a key beside `{form}` that does not belong there", advice, (key,))


def _reference(form: str, data: object) -> Reference:
    if not isinstance(data, _MAPS):
        raise _misshapen(form, data)
    try:
        _check_keys(form, tuple(data))
    except LookupError:
        raise _misshapen(form, data) from None
    values = tuple([(key, value if type(value) is str and value else _text(form, key, value)) for key, value in data.items()])
    try:
        return (_kept if sum([len(value) for _key, value in values]) <= _LONGEST_KEPT else _made)(form, values)
    except ValueParseError as error:
        raise ValueParseError(f"`{form}.{error.at[0]}`: {error.reason}", error.help, (form, *error.at)) from None


@lru_cache(maxsize=64)  # nearly all have the same keys in the same order; errors are not kept, nor the keys of one, which may be a secret
def _check_keys(form: str, keys: tuple[object, ...]) -> None:
    needed, attributes, _make = REFERENCES[form]
    if not all(key in attributes for key in keys) or not all(key in keys for key in needed):
        raise LookupError


def _made(form: str, values: tuple[tuple[str, str], ...]) -> Reference:
    _needed, attributes, make = REFERENCES[form]
    return make(**(dict(values) if attributes is _ENTRY else {attributes[key]: value for key, value in values}))


_kept = lru_cache(maxsize=2048)(_made)  # the same references stand in every stack of a fleet, and a large one names a thousand
_LONGEST_KEPT = 128  # characters, so that a thousand stay small


def _misshapen(form: str, data: object) -> ValueParseError:
    """What is wrong with a reference that is no map, has a key too many, or one too few."""
    needed, attributes, _make = REFERENCES[form]
    listed = " and ".join(f"`{key}`" for key in needed)
    example = f"write {{{form}: {{{', '.join(f'{key}: …' for key in needed)}}}}}"
    if not isinstance(data, Mapping):
        return ValueParseError(f"`{form}` must be a map with {listed}, found {what(data)}", example, (form,))
    unknown = next((key for key in data if key not in attributes), None)
    if unknown is not None:
        advice = _near(unknown, attributes, f"its keys are {', '.join(f'`{known}`' for known in attributes)}")
        return ValueParseError(f"`{form}` has no such key", advice, (form, str(unknown)))
    missing = next(key for key in needed if key not in data)
    return ValueParseError(f"`{form}` needs {listed}: `{missing}` is missing", example, (form,))


def _text(form: str, key: str, value: object) -> str:
    """Text; a whole number is taken as its digits, as Pulumi may have written it."""
    if type(value) is str and value:
        return value
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(text, str) and text:
        return text
    found = "empty text" if text == "" else what(value)
    advice = "write a text, in quotes where YAML reads something else"
    raise ValueParseError(f"`{form}.{key}` must be a text, found {found}", advice, (form, key))


def _near(key: object, known: Iterable[str], otherwise: str) -> str:
    return did_you_mean(str(key), known, otherwise)
