"""Which words of a configuration file are keys, and which of them may carry a secret."""

from __future__ import annotations

from functools import lru_cache

from codercfg.catalog.catalog import leaf_by_flag
from codercfg.diagnostics.masked_line import Visibility
from codercfg.options.family import members
from codercfg.reference.lookup import FAMILIES, MemberMatch, find
from codercfg.reference.stack_keys import stack_keys
from codercfg.releases.table import history

_STRUCTURE = ("config", "coder:release", "coder:deployment", "coder:env", "coder:kubernetes", "coder:target", "deployment")
_MAY_HOLD_ANYTHING = ("value",)  # of a variable that is no option: people put tokens there


def visibility() -> Visibility:
    """What a report may show of a user's file."""
    return Visibility(known=_known, public=_public)


def _known(word: str) -> bool:
    public, secret = _words()
    return word in public or word in secret or isinstance(find(word), MemberMatch)


def _public(word: str) -> bool:
    public, secret = _words()
    if word in public or word in secret:
        return word not in secret
    match = find(word)  # CODER_EXTERNAL_AUTH_0_CLIENT_ID
    return isinstance(match, MemberMatch) and not match.member.key.secret


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """Public and secret words. A word that is secret anywhere counts as secret everywhere: a line does not tell where it stands."""
    words: dict[bool, set[str]] = {False: set(_STRUCTURE), True: set(_MAY_HOLD_ANYTHING)}
    words[False].update(path.rpartition(".")[2].removesuffix("[]") for path in stack_keys())
    for flag, leaf in leaf_by_flag().items():
        groups = leaf.path.split(".")[:-1]
        words[False].update(groups)
        words[leaf.secret].add(leaf.path.rpartition(".")[2])
        for span in history(flag):
            _add(words, span.record.env, span.record.yaml, secret=leaf.secret)
    for family in FAMILIES:
        words[False].add(family.path.rpartition(".")[2])
        for member in members(family.model):
            words[member.key.secret].update(filter(None, (member.json_name, member.key.env, member.key.yaml)))
    return frozenset(words[False]), frozenset(words[True])


def _add(words: dict[bool, set[str]], env: str | None, yaml: str | None, *, secret: bool) -> None:
    if env:
        words[secret].add(env)
    if yaml:
        *groups, last = yaml.split(".")
        words[False].update(groups)
        words[secret].add(last)
