"""The value types that Coder server options have, one `Kind` each, and the annotations that models use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from codercfg.options.kind import Kind
from codercfg.options.secret_values import accept_secret
from codercfg.options.stack_values import (
    accept_boolean,
    accept_duration,
    accept_integer,
    accept_list,
    accept_parsed,
    accept_text,
)
from codercfg.values import boolean, csv_list, duration, enum, host_port, integer, regexp, spaced_list, url
from codercfg.values.duration import Duration as GoDuration
from codercfg.values.error import ValueParseError
from codercfg.values.host_port import HostPort as GoHostPort
from codercfg.values.kept import kept
from codercfg.values.reference import Reference
from codercfg.values.secret import Ciphertext, SecretText
from codercfg.values.url import GoURL

if TYPE_CHECKING:
    from collections.abc import Callable


def _same(value: Any) -> Any:  # noqa: ANN401  (a value of any kind)
    return value


BOOLEAN = Kind("boolean", boolean.parse, boolean.to_env, _same, accept_boolean, exact=bool)
INTEGER = Kind("integer", integer.parse, integer.to_env, _same, accept_integer)
TEXT = Kind("text", _same, _same, _same, accept_text, exact=str)
LIST = Kind("list", csv_list.parse, csv_list.to_env, list, accept_list)
DURATION = Kind("duration", duration.parse, duration.to_env, lambda value: value.nanoseconds, accept_duration)
URL = Kind("url", url.parse, url.to_env, lambda value: value.wire(), accept_parsed(GoURL, url.parse_kept))
HOST_PORT = Kind(
    "host:port", host_port.parse, host_port.to_env, lambda value: value.wire(), accept_parsed(GoHostPort, kept(host_port.parse))
)
REGEXP = Kind("regexp", regexp.parse, regexp.to_env, _same, accept_parsed(str, regexp.parse_kept))


def choice(*words: str) -> Kind:
    """A text option that takes one of `words`, whatever their case."""

    def parse(text: str) -> str:
        return enum.parse(text, words)

    return Kind("choice", parse, _same, _same, accept_parsed(str, kept(parse)), recipe=("choice", *words))


def secret_of(kind: Kind) -> Kind:
    """The kind of an option that must never be shown: held as `SecretText`, `Reference` or `Ciphertext`.

    `parse` checks the text as `kind` does and hides it; `wire` reveals, so only a caller that was asked to reveal may call it.
    """

    def parse(text: str) -> SecretText:
        kind.parse(text)
        return SecretText(text)

    def wire(value: SecretText) -> Any:  # noqa: ANN401  (a value of any kind)
        return kind.wire(kind.parse(value.reveal()))

    return Kind(f"secret {kind.name}", parse, SecretText.reveal, wire, accept_secret, secret=True)


def struct(name: str, shape: str, accept: Callable[[Any], Any]) -> Kind:
    """An option that carries a map or list: YAML or JSON text in a variable, native YAML in a file.

    Args:
        name: Short name for people.
        shape: Name of the reader in `values.struct_text`, imported only when a value is read.
        accept: Reads the value of a stack file.
    """

    def parse(text: str) -> Any:  # noqa: ANN401  (the shape decides)
        from codercfg.values import struct_text

        return getattr(struct_text, shape)(text)

    def to_env(value: Any) -> str:  # noqa: ANN401  (the shape decides)
        from codercfg.values import struct_text

        return struct_text.to_env(value)

    def wire(value: Any) -> Any:  # noqa: ANN401  (the shape decides)
        from codercfg.values import struct_text

        return struct_text.wire(value)

    return Kind(name, parse, to_env, wire, accept)


SECRET_TEXT = secret_of(TEXT)
SECRET_LIST = secret_of(LIST)

Boolean = Annotated[bool | None, BOOLEAN]
Integer = Annotated[int | None, INTEGER]
Text = Annotated[str | None, TEXT]
TextList = Annotated[tuple[str, ...] | None, LIST]
Duration = Annotated[GoDuration | None, DURATION]
Url = Annotated[GoURL | None, URL]
HostPort = Annotated[GoHostPort | None, HOST_PORT]
Regexp = Annotated[str | None, REGEXP]
Secret = Annotated[SecretText | Reference | Ciphertext | None, SECRET_TEXT]
SecretList = Annotated[SecretText | Reference | Ciphertext | None, SECRET_LIST]


def _accept_spaced(data: object) -> tuple[str, ...]:
    items = accept_list(data)
    spaced_list.to_env(items)  # refuses what no variable can carry
    return items


def _parse_strict_boolean(text: str) -> bool:
    if not text:
        raise ValueParseError("an empty value is not a boolean here", "write true or false, or remove the variable")
    return boolean.parse(text)


SPACED_LIST = Kind("list", spaced_list.parse, spaced_list.to_env, list, _accept_spaced)
STRICT_BOOLEAN = Kind("boolean", _parse_strict_boolean, boolean.to_env, _same, accept_boolean)

SpacedList = Annotated[tuple[str, ...] | None, SPACED_LIST]
StrictBoolean = Annotated[bool | None, STRICT_BOOLEAN]
