"""Keys that their own form gives away, and texts that look as if chance had made them.

Sources: the published forms of the vendors' keys (prefix, alphabet, length). A form is told here only where nothing else looks like it, for
whoever writes such a text into a public place is stopped.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from codercfg.values.secret import MASK

_HEADER = "PRIVATE KEY-----"  # of two words
_SHORTEST = 15  # characters of the shortest key known here
_WORD = r"[A-Za-z0-9_-]"
# What it is, a part of every such text that is cheap to look for, and the whole form.
_FORMS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("an Anthropic key", ("sk-",), rf"sk-ant-{_WORD}{{20,}}"),
    ("an OpenRouter key", ("sk-",), r"sk-or-v1-[0-9a-f]{40,}"),
    ("an OpenAI key", ("sk-",), rf"sk-(?:proj|svcacct|admin)-{_WORD}{{20,}}"),
    ("an API key", ("sk-",), r"sk-(?=[a-z0-9]*[A-Z])(?=[A-Za-z]*[0-9])[A-Za-z0-9]{20,}"),
    ("a GitHub token", ("ghp_", "gho_", "ghu_", "ghs_", "ghr_"), r"gh[opusr]_[A-Za-z0-9]{36,}"),
    ("a GitHub token", ("github_pat_",), r"github_pat_[A-Za-z0-9_]{22,}"),
    ("a GitLab token", ("glpat-",), rf"glpat-{_WORD}{{20,}}"),
    ("a Slack token", ("xox",), r"xox[abprs]-[A-Za-z0-9-]{10,}"),
    ("an AWS access key", ("AKIA", "ASIA"), r"(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])"),
    ("a Google key", ("AIza",), rf"AIza{_WORD}{{35}}"),
    ("a Google client secret", ("GOCSPX-",), rf"GOCSPX-{_WORD}{{28}}"),
    ("a DigitalOcean token", ("_v1_",), r"do[opr]_v1_[0-9a-f]{64}"),
    ("a Hugging Face token", ("hf_",), r"hf_[A-Za-z0-9]{30,}"),
    ("a SendGrid key", ("SG.",), rf"SG\.{_WORD}{{22}}\.{_WORD}{{43}}"),
    ("a signed token (JWT)", ("eyJ",), rf"eyJ{_WORD}{{10,}}\.eyJ{_WORD}{{10,}}\.{_WORD}{{10,}}"),
    ("a private key", (_HEADER,), r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----"),
)
_MARKS = tuple(dict.fromkeys(mark for _what, marks, _form in _FORMS for mark in marks))
_LEAST = 24  # characters; what is shorter has too little in it to tell chance from a name
_TOKEN = re.compile(rf"[A-Za-z0-9+=]{{{_LEAST},}}")  # names that programs make have a short random part behind a hyphen
_CHANGES = 0.35  # share of neighbours that are of another sort: 0.6 where chance chose among letters and digits, 0.2 in names of things
_DIFFERENT = 10  # characters; a pattern that repeats has fewer
_ENOUGH = 256  # characters to look at
_PUBLIC = (
    "-----BEGIN CERTIFICATE",
    "-----BEGIN PUBLIC KEY",
    "-----BEGIN RSA PUBLIC KEY",
    "ssh-",
    "ecdsa-sha2-",
    "sha256-",
    "sha384-",
    "sha512-",
)


def long_words(text: str) -> str:
    """The words of a text that are long enough to be a key: a file has few, and looking through them takes a tenth of the time."""
    found = " ".join([word for word in text.split() if len(word) >= _SHORTEST])
    return f"{found} {_HEADER}" if _HEADER in text else found


def may_hold_key(text: str) -> bool:
    """Whether it is worth to ask `known_key`."""
    for mark in _MARKS:  # noqa: SIM110  (twice as fast as `any`, and every file and every text comes here)
        if mark in text:
            return True
    return False


def known_key(text: str) -> str | None:
    """What a text holds (`an Anthropic key`), or None when no part of it has a known form."""
    found = first_key(text) if may_hold_key(text) else None
    return found[0] if found else None


def first_key(text: str, start: int = 0) -> tuple[str, int] | None:
    """What the first key from `start` on is, and where it begins."""
    match = _pattern().search(text, start)
    return None if match is None else (_FORMS[int((match.lastgroup or "f0")[1:])][0], match.start())


def without_keys(text: str) -> str:
    """`text` with every known key masked."""
    return _pattern().sub(MASK, text) if may_hold_key(text) else text


def looks_random(text: str) -> bool:
    """Whether a part of a text looks as if chance had chosen among letters of both cases and digits; a guess, and no more."""
    if len(text) < _LEAST:
        return False
    words = [word for word in text.split() if len(word) >= _LEAST]
    return any(map(_is_random, _TOKEN.findall(" ".join(words)))) and not any(mark in text for mark in _PUBLIC)


def _is_random(token: str) -> bool:
    if token.islower() or token.isupper():  # most long words are names of options
        return False
    sorts = ["A" if char.isupper() else "a" if char.islower() else "0" if char.isdigit() else "-" for char in token[:_ENOUGH]]
    changes = sum(one != other for one, other in pairwise(sorts))
    return {"A", "a", "0"} <= set(sorts) and changes >= _CHANGES * len(sorts) and len(set(token[:_ENOUGH])) >= _DIFFERENT


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """All forms in one, compiled when a text has a mark: few have one.

    One begins only where a word does, so that a text of nothing but beginnings is read once and not once for each of them.
    """
    forms = "|".join(f"(?P<f{number}>{form})" for number, (_what, _marks, form) in enumerate(_FORMS))
    return re.compile(rf"(?<![A-Za-z0-9_-])(?:{forms})")
