"""The value types of our own models: Kubernetes' names, quantities, labels, ports, and whole Kubernetes structures."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from codercfg.options.kind import Kind
from codercfg.options.stack_values import accept_integer, accept_text, what
from codercfg.values.error import ValueParseError

# Compiled when they are first used: that costs more than the rest of this import.
LABEL_NAME = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_SERVICE_LABEL = r"[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = r"(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*"
_WILDCARD = r"\*(?:-[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+"
_LABEL_VALUE = r"(?:[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?"
_QUALIFIED = r"[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?"
_KEY_OF_DATA = r"[-._A-Za-z0-9]{1,253}"
_QUANTITY = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]+)?"
_INTERVAL = r"0|(?:[0-9]+(?:\.[0-9]+)?(?:ns|us|ms|s|m|h))+"
# The last part becomes a key of a ConfigMap. Neither `..` nor an absolute path: every clone has to find the same file.
_PROJECT_FILE = r"(?:(?!\.\./)[^/\\~\x00-\x1f\x7f][^/\\\x00-\x1f\x7f]*/)*(?!\.{1,2}$)[-._A-Za-z0-9]{1,253}"
_SHA256 = r"[0-9A-Fa-f]{64}"
_PROVIDER = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_VARIABLE = r"[A-Za-z_.-][A-Za-z0-9_.-]*"
_MAX_NAME = 253
_MAX_REASON = 200


def _same(value: Any) -> Any:  # noqa: ANN401  (a value of any kind)
    return value


def kind(name: str, accept: Callable[[Any], Any], recipe: tuple[Any, ...] = ()) -> Kind:
    """A kind that only a stack file writes; it has no variable of the server."""
    return Kind(name, accept, str, _same, accept, recipe=recipe)


def matching(name: str, pattern: str, reason: str, advice: str, longest: int = _MAX_NAME) -> Kind:
    """A text that `pattern` matches as a whole and that is at most `longest` characters long."""

    def accept(data: object) -> str:
        text = accept_text(data)
        if len(text) > longest or not re.fullmatch(pattern, text):
            raise ValueParseError(reason, advice)
        return text

    return kind(name, accept)


def one_of(*words: str) -> Kind:
    """One of a few words; Kubernetes compares them exactly, so case counts."""

    def accept(data: object) -> str:
        if isinstance(data, str) and data in words:
            return data
        reason = "not one of the words that it takes" if isinstance(data, str) else f"expected one word, found {what(data)}"
        raise ValueParseError(reason, f"write one of: {', '.join(words)}")

    return kind("word", accept, ("one_of", *words))


def count(least: int, most: int) -> Kind:
    """A whole number within bounds."""

    def accept(data: object) -> int:
        number = accept_integer(data)
        if not least <= number <= most:
            raise ValueParseError("the number is out of range", f"write a number from {least} to {most}")
        return number

    return kind("number", accept, ("count", least, most))


def text_map(name: str, check: Callable[[str, str], None], value_text: Callable[[Any], str] = accept_text) -> Kind:
    """A map of texts, each pair checked; `value_text` makes text of a value."""

    def accept(data: object) -> dict[str, str]:
        if not isinstance(data, Mapping):
            raise ValueParseError(f"expected a map of texts, found {what(data)}", "write one `key: value` line for each")
        pairs = {accept_text(key): value_text(value) for key, value in data.items()}
        for key, value in pairs.items():
            check(key, value)
        return pairs

    return kind(name, accept)


def _check_qualified(key: str, word: str) -> None:
    prefix, slash, name = key.rpartition("/")
    if not re.fullmatch(_QUALIFIED, name) or (slash and not (len(prefix) <= _MAX_NAME and re.fullmatch(_HOST, prefix))):
        raise ValueParseError(f"a key is no {word} key", "write `name` or `example.com/name`: letters, digits, `-`, `_` and `.`")


def _check_label(key: str, value: str) -> None:
    _check_qualified(key, "label")
    if not re.fullmatch(_LABEL_VALUE, value):
        raise ValueParseError("a label's value is refused by Kubernetes", "use at most 63 letters, digits, `-`, `_` and `.`")


def _check_annotation(key: str, _value: str) -> None:
    _check_qualified(key, "annotation")


def _check_reason(key: str, value: str) -> None:
    if not re.fullmatch(_PROVIDER, key) or len(key) > _MAX_NAME:
        raise ValueParseError(
            "a key is no name of a provider", "write lower-case letters, digits and single inner hyphens, such as anthropic-eu"
        )
    if not value.strip() or len(value) > _MAX_REASON or not value.isprintable():
        raise ValueParseError("a reason is empty, too long or has line breaks", f"write one line of at most {_MAX_REASON} characters")


def _quantity_text(data: object) -> str:
    """`cpu: 0.5` is a number to YAML and a quantity to Kubernetes."""
    return repr(data) if isinstance(data, float) else accept_text(data)


def _check_quantity(key: str, value: str) -> None:
    if not re.fullmatch(_QUANTITY, value):
        raise ValueParseError(f"the amount of `{key}` is no Kubernetes quantity", "write an amount such as 500m, 2, 512Mi or 4Gi")


DNS_LABEL = matching(
    "name", LABEL_NAME, "not a name that Kubernetes takes (a DNS label)", "use at most 63 lower-case letters, digits and `-`", 63
)
SERVICE_NAME = matching(
    "name", _SERVICE_LABEL, "not a name that a Kubernetes Service takes", "begin with a letter; use at most 40 letters, digits and `-`", 40
)
OBJECT_NAME = matching("name", _HOST, "not a name that Kubernetes takes", "use lower-case letters, digits, `-` and `.`")
SECRET_KEY = matching("key", _KEY_OF_DATA, "not a key of a Secret", "use letters, digits, `-`, `_` and `.`")
LABEL_VALUE = matching("label value", _LABEL_VALUE, "not a label's value", "use at most 63 letters, digits, `-`, `_` and `.`", 63)
HOST = matching("host", _HOST, "not a host name", "write a host name without scheme, port or path, such as coder.example.com")
WILDCARD = matching("wildcard host", _WILDCARD, "not a wildcard host", "write *.example.com or *-suffix.example.com")
VARIABLE = matching("variable", _VARIABLE, "not the name of a variable", "use letters, digits and `_`, such as HTTPS_PROXY")
INTERVAL = matching("interval", _INTERVAL, "not an interval", "write a number with its unit, such as 15m or 1h; 0 is never", 32)
PROJECT_FILE = matching(
    "path",
    _PROJECT_FILE,
    "not a path inside the project",
    "write it relative to the project, such as certs/corp-ca.pem; use letters, digits, `-`, `_` and `.` in the file's name",
    4096,
)
_SHA256_TEXT = matching("SHA-256", _SHA256, "not a SHA-256", "write the 64 hexadecimal digits that `sha256sum` prints", 64)
LABELS = text_map("labels", _check_label)
ANNOTATIONS = text_map("annotations", _check_annotation)
QUANTITIES = text_map("quantities", _check_quantity, _quantity_text)
REASONS = text_map("reasons", _check_reason)
PORT = count(1, 65535)
NODE_PORT = count(1, 65535)


def _accept_names(data: object) -> tuple[str, ...]:
    return tuple(OBJECT_NAME.parse(item) for item in _listed(data))


def _accept_texts(data: object) -> tuple[str, ...]:
    return tuple(accept_text(item) for item in _listed(data))


def _listed(data: object) -> list[Any] | tuple[Any, ...]:
    if isinstance(data, list | tuple):
        return data
    raise ValueParseError(f"expected a list, found {what(data)}", "write a YAML list, one item for each value")


def _accept_quantity(data: object) -> str:
    text = _quantity_text(data)
    if not re.fullmatch(_QUANTITY, text):
        raise ValueParseError("not a Kubernetes quantity", "write an amount such as 10Gi")
    return text


def _accept_sha256(data: object) -> str:
    """Digits alone, or with one `e` among them, are a number to YAML, and their text is lost."""
    if isinstance(data, int | float) and not isinstance(data, bool):
        raise ValueParseError("YAML reads these digits as a number", "put them in quotes")
    return str(_SHA256_TEXT.parse(accept_text(data)))


NAMES = kind("names", _accept_names)
TEXTS = kind("texts", _accept_texts)
SHA256 = kind("SHA-256", _accept_sha256)
QUANTITY = kind("quantity", _accept_quantity)
