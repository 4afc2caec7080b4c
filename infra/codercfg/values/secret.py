"""Values that must never be shown: the text itself, and Pulumi ciphertext."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NoReturn, final

from codercfg.values.error import ValueParseError

MASK = "********"


@final
class SecretText:
    """Text that prints as a mask; only `reveal` gives it out.

    Not a `str`: string functions, `json` and formatting would otherwise carry the text away unnoticed.
    Equality takes a time that does not depend on where two texts of one length differ.
    """

    __slots__ = ("_text",)
    _text: str

    def __init__(self, text: str) -> None:
        object.__setattr__(self, "_text", text)

    def reveal(self) -> str:
        """The text. Every caller is a place to review."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SecretText):
            return NotImplemented
        from hmac import compare_digest

        # hmac loads OpenSSL, and few runs compare secrets. surrogatepass: the text may hold bytes of the environment that are not UTF-8
        return compare_digest(self._text.encode("utf-8", "surrogatepass"), other._text.encode("utf-8", "surrogatepass"))

    def __hash__(self) -> int:
        return hash((SecretText, self._text))

    def __repr__(self) -> str:
        return f"SecretText('{MASK}')"

    def __str__(self) -> str:
        return MASK

    def __format__(self, spec: str) -> str:
        return format(MASK, spec)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("a secret cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("a secret cannot be changed")

    def __copy__(self) -> SecretText:
        return self

    def __deepcopy__(self, _memo: dict[int, Any]) -> SecretText:
        return self

    def __reduce__(self) -> NoReturn:
        # A pickle is a file with the text in it; Pulumi pickles providers into its state.
        raise TypeError("a secret cannot be pickled")


@final
@dataclass(frozen=True, slots=True, repr=False)
class Ciphertext:
    """A value that only `pulumi` can read (`secure:` in a stack file): present, never empty, otherwise unknown.

    Attributes:
        text: The ciphertext as written.

    Raises:
        ValueParseError: The ciphertext is empty.
    """

    text: str

    def __post_init__(self) -> None:
        if not self.text:
            raise ValueParseError("the ciphertext is empty", "write it with `pulumi config set --secret --path`")

    def __repr__(self) -> str:
        return "Ciphertext(…)"
