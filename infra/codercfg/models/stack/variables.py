"""`coder:env`: options of the server by their variables."""

from collections.abc import Mapping
from typing import Annotated, Any

from codercfg.models.stack.kinds import kind
from codercfg.options.secret_values import accept_secret
from codercfg.options.stack_values import what
from codercfg.values.error import ValueParseError
from codercfg.values.reference import Reference
from codercfg.values.secret import Ciphertext, SecretText

Value = str | SecretText | Reference | Ciphertext


def accept_value(data: object) -> Value:
    """The text that the server would find in the variable; true, false and whole numbers as they are usually written."""
    if isinstance(data, str | SecretText):
        return data
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, int):
        return str(data)
    if isinstance(data, Mapping):
        return accept_secret(data)
    if isinstance(data, float):
        raise ValueParseError("a number with a fraction may lose digits", "put it in quotes")
    raise no_text(data)


def no_text(data: object) -> ValueParseError:
    """The error for a list, or for a map where no secret stands."""
    return ValueParseError(
        f"a variable holds text, found {what(data)}", "write the text as the variable holds it: lists as a,b, maps as JSON"
    )


def _accept(data: object) -> dict[str, Value]:
    if not isinstance(data, Mapping):
        raise ValueParseError(f"expected a map, found {what(data)}", "write one `CODER_NAME: value` line for each variable")
    return {str(name): accept_value(value) for name, value in data.items()}


VARIABLES = kind("variables", _accept)
Variables = Annotated[dict[str, Any] | None, VARIABLES]
