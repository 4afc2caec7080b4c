"""Makes new inputs from old ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

PIECES = (
    *(b": ", b"- ", b"\n", b"  ", b"{", b"}", b"[", b"]", b"&a ", b"*a", b"<<: ", b"!!str ", b"|\n", b">-\n", b"# ", b"'", b'"', b"\\"),
    *(b"null", b"~", b"true", b"0x1F", b"1e999", b"9" * 40, b"-1", b"2026-01-01", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8"),
    *(
        b"secure",
        b"secretRef",
        b"externalSecret",
        b"sealed",
        b"rotation",
        b"https://[::1%25a]:80/",
        b"%zz",
        b"1h",
        b"*.",
        b"://",
        b"@",
        b"=",
        b"--",
        b"_99999_",
        b"_0_",
    ),
    b"# codercfg: allow HTP015 because x",
)
_TOKEN = re.compile(rb"[A-Za-z0-9_]+|\s+|.", re.DOTALL)


def mutated(corpus: Sequence[bytes], chance: random.Random) -> bytes:
    """An input of the corpus after one to four changes."""
    data = chance.choice(corpus)
    for _step in range(chance.randint(1, 4)):
        data = chance.choice((_insert, _delete, _repeat, _swap, _splice, _flip))(data, corpus, chance)
    return data


def _insert(data: bytes, _corpus: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(PIECES) + data[at:]


def _delete(data: bytes, _corpus: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + data[at + chance.randint(1, 12) :]


def _repeat(data: bytes, _corpus: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + data[at : at + chance.randint(1, 40)] * chance.randint(2, 9) + data[at:]


def _swap(data: bytes, corpus: Sequence[bytes], chance: random.Random) -> bytes:
    """Replace a word by a word of another input: a wrong name or value at a right place."""
    words, others = _TOKEN.findall(data), _TOKEN.findall(chance.choice(corpus))
    if not words or not others:
        return data
    words[chance.randrange(len(words))] = chance.choice(others)
    return b"".join(words)


def _splice(data: bytes, corpus: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(corpus).split(b"\n")
    lines = data.split(b"\n")
    at, start = chance.randint(0, len(lines)), chance.randrange(len(other))
    return b"\n".join([*lines[:at], *other[start : start + chance.randint(1, 5)], *lines[at:]])


def _flip(data: bytes, _corpus: Sequence[bytes], chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
