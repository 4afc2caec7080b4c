"""How one type of option value is read, printed and carried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import core_schema


@dataclass(frozen=True, slots=True)
class Kind:
    """One value type, in all the forms that an option's value takes.

    Attributes:
        name: Short name for people: `duration`, `list`, `url`.
        parse: Reads the text of a variable or flag as the server does; raises `ValueParseError`.
        to_env: Prints the value as text that `parse` reads back to an equal value.
        wire: The value as upstream's JSON document shows it (durations are nanoseconds).
        accept: Reads the value of a stack file, already parsed from YAML; raises `ValueParseError`. None leaves it to the
            annotation beside it (lists of groups, whose errors then keep their own place).
        secret: The value is held as a secret reference, ciphertext or masked text.
        recipe: Name and arguments of the function that made it; empty for a constant. The outline of the models repeats it.
        exact: Python type whose every value `accept` returns as it is; None when there is none.
    """

    name: str
    parse: Callable[[str], Any]
    to_env: Callable[[Any], str]
    wire: Callable[[Any], Any]
    accept: Callable[[Any], Any] | None
    secret: bool = False
    recipe: tuple[Any, ...] = ()
    exact: type | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:  # noqa: ANN401
        """A plain function schema where `accept` decides; the annotation is then for people and for the type checker."""
        if self.accept is None:
            return handler(source)
        from pydantic_core import core_schema  # here and below: a check without findings needs no pydantic

        return core_schema.no_info_plain_validator_function(_validator(self.accept, self.exact))


def _validator(accept: Callable[[Any], Any], exact: type | None) -> Callable[[Any], Any]:
    """`accept` with its error as pydantic's own; one call a value, because a document has 230 of them."""

    def validate(data: object) -> object:
        if type(data) is exact:
            return data
        try:
            return accept(data)
        except ValueParseError as error:
            from pydantic_core import PydanticCustomError

            # The context carries the help; `include_input=False` at the edge keeps the input out.
            raise PydanticCustomError("codercfg_value", "{reason}", {"reason": error.reason, "help": error.help, "at": error.at}) from None

    return validate
