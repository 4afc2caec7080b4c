"""How much configuration Pulumi can hand to a program.

Pulumi passes the whole configuration, of every namespace and decrypted, as JSON in the one variable `PULUMI_CONFIG`. Linux takes 131,072
bytes for one string of an environment, its name and the NUL behind it included; with more the program is not even started.

Source: pulumi/pulumi 3.259 `Map.Decrypt` and `Plaintext.marshalText` (structures as JSON inside a text), `pulumi-language-python`
`constructConfig` (the texts as JSON once more; Go's encoder escapes `<`, `>` and `&`), Linux `MAX_ARG_STRLEN`. Tried with the real CLI.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.diagnostic import Severity
from codercfg.sources.stack.plain_length import plain_length
from codercfg.sources.stack.secrets import is_ciphertext
from codercfg.sources.stack.sections import PROJECT, section_name
from codercfg.yaml_reader.nodes import YamlMap

if TYPE_CHECKING:
    from codercfg.sources.stack.reading import Reading

MOST_BYTES = 131_072 - len("PULUMI_CONFIG=") - len("\0")
_LONGEST_ESCAPE = 7  # bytes: `<` in a structure becomes \\u003c
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
_ROOM = 4  # a secret of `n` bytes that cannot be read is taken for `n + n / 4` where it may matter: line breaks and quotes are escaped


def note_size(root: Any, text: str, reading: Reading) -> None:  # noqa: ANN401  (any YAML)
    """Say when it does not fit into the variable: an error where nothing but Pulumi can take the objects to their place."""
    config = root.get("config") if isinstance(root, YamlMap) else None
    repeats = "&" in text and "*" in text  # an alias stands for more than its own length
    if not isinstance(config, YamlMap) or (len(text) * _LONGEST_ESCAPE <= MOST_BYTES and not repeats):
        return
    if not reading.secrets and _most_bytes(config) <= MOST_BYTES:
        return
    size, hidden = passed_bytes(config, reading)
    if size <= MOST_BYTES and size + hidden // _ROOM <= MOST_BYTES:
        return
    sure, to_cluster = size > MOST_BYTES, _to_cluster(config)
    told = "are" if sure else "may, with what stands in its secrets, be"
    reading.note(
        "STK032",
        f"{size:,} bytes of configuration {told} more than the {MOST_BYTES:,} that Pulumi can hand to the program",
        help="keep large texts in files or Secrets of their own" + ("" if to_cluster else "; `codercfg render` has no such limit"),
        origin=reading.places.of_key(root, "config"),
        why="it passes all of it in one environment variable; the program would not start: `argument list too long`",
        severity=Severity.ERROR if sure and to_cluster else Severity.WARNING,
    )


def _most_bytes(config: YamlMap) -> int:
    """No less than is passed, without a copy of everything: ciphertext is longer than what may become of its plain text."""
    return sum(_length(f"{PROJECT}:{key}") + len(":,{}") + _length(_text(value)) for key, value in config.items())


def passed_bytes(config: YamlMap, reading: Reading) -> tuple[int, int]:
    """How long the value of `PULUMI_CONFIG` is at least, and how many bytes of it are secrets that were counted without escapes."""
    hidden: list[int] = []
    size = len("{}") + max(len(config) - 1, 0)
    for key, value in config.items():
        name = section_name(key)
        whole = key if name is None else f"{PROJECT}:{name}"
        size += _length(whole) + len(":") + _length(_text(_opened(value, name or "", reading, hidden)))
    return size, sum(hidden)


def _length(text: str) -> int:
    """Bytes of a JSON string."""
    return len(_escaped(json.dumps(text, ensure_ascii=False)).encode("utf-8", "surrogatepass"))


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _text(value: Any) -> str:  # noqa: ANN401  (any JSON)
    """A text as it is, everything else as JSON."""
    if isinstance(value, str):
        return value
    return _escaped(json.dumps(value, ensure_ascii=False, separators=(",", ":"), check_circular=False))  # YAML makes no circles


def _opened(value: Any, place: str, reading: Reading, hidden: list[int]) -> Any:  # noqa: ANN401  (any YAML)
    """The value with each ciphertext as its plain text, or as so many letters where it cannot be read."""
    if is_ciphertext(value):
        known = (reading.secrets or {}).get(place)
        if known is not None:
            return known
        hidden.append(plain_length(value["secure"]))
        return "x" * hidden[-1]
    if isinstance(value, dict):
        return {str(key): _opened(item, f"{place}.{key}", reading, hidden) for key, item in value.items()}
    if isinstance(value, list):
        return [_opened(item, f"{place}[{index}]", reading, hidden) for index, item in enumerate(value)]
    if isinstance(value, float) and value.is_integer():
        return int(value)  # Go writes no `.0`
    return value if isinstance(value, str | int | float | None) else str(value)


def _to_cluster(config: YamlMap) -> bool:
    target = next((value for key, value in config.items() if section_name(key) == "target"), None)
    return isinstance(target, dict) and "cluster" in target
