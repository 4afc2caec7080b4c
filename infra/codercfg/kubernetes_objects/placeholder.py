"""Values on their way through a template.

A template's text never holds a value: each `{{ … }}` writes a short mark, and the value takes its place after the text was read as
YAML. So no value can be mistaken for YAML, and the text of a template is the same for most stacks and is read once.
"""

from __future__ import annotations

import os
import re
from typing import Any

# Characters that no Kubernetes object holds, around a text that nobody outside this process can guess and write into a value.
_NONCE = os.urandom(6).hex()  # `secrets` would load OpenSSL
_FIRST, _LAST = f"\ue000{_NONCE}.", "\ue001"
_MARK = re.compile(f"{_FIRST}([0-9]+){_LAST}")


class ValueMisplacedError(Exception):
    """A value that stands where none can; the message says how."""


def placed(value: object, values: list[Any]) -> str:
    """The mark that stands for `value`, which is kept in `values`.

    Raises:
        TypeError: The value is null, or no JSON of Kubernetes.
    """
    if not isinstance(value, str | bool | int | dict | list | tuple):
        raise TypeError(f"a template may not write {'null' if value is None else type(value).__name__}")
    values.append(value)
    return f"{_FIRST}{len(values) - 1}{_LAST}"


def filled(read: Any, values: list[Any]) -> Any:  # noqa: ANN401  (any JSON)
    """A copy of what was read, each mark replaced by its value; a mark inside a text becomes a part of it.

    Raises:
        ValueMisplacedError: A map or list stands inside a text or as a key, or a key occurs twice.
    """
    if isinstance(read, str):
        return _filled_text(read, values) if _LAST in read else read
    if isinstance(read, dict):
        found = {_key(key, values): filled(item, values) for key, item in read.items()}
        if len(found) < len(read):
            raise ValueMisplacedError("a key stands twice")
        return found
    return [filled(item, values) for item in read] if isinstance(read, list) else read


def _filled_text(text: str, values: list[Any]) -> Any:  # noqa: ANN401  (any JSON)
    whole = _MARK.fullmatch(text)
    return _plain(values[int(whole[1])]) if whole else _MARK.sub(lambda found: _part(values[int(found[1])]), text)


def _key(key: str, values: list[Any]) -> str:
    return _MARK.sub(lambda found: _part(values[int(found[1])]), key) if _LAST in key else key


def _part(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueMisplacedError("a list, map or boolean stands inside a text or as a key")
    return str(_plain(value))


def _plain(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    """A copy of a value that the manifest may keep."""
    if isinstance(value, str):
        if _NONCE in value:
            raise ValueMisplacedError("the result of a block, macro or `set` stands as a value; write its content in its place")
        return value
    if isinstance(value, dict):
        return {_plain(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, bool | int):
        return value
    raise ValueMisplacedError(f"a value holds {'null' if value is None else type(value).__name__}")
