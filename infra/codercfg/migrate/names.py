"""New names of variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.catalog.catalog import catalog
from codercfg.env.family import reads
from codercfg.env.variable import upper
from codercfg.models.families import AI_PROVIDER_FAMILY, EXTERNAL_AUTH_FAMILY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codercfg.configuration.configuration import Configuration
    from codercfg.releases.release import Release


def renamed(names: Iterable[str], config: Configuration, target: Release) -> dict[str, str]:
    """By name as written, the name to write for `target`; names that stay are left out.

    A name is left alone when the new one is there already: which of the two counts is not for us to decide.
    """
    written = list(names)
    taken = {upper(name) for name in written}
    found = {}
    for name in written:
        new = _option(upper(name), config, target)
        if new is not None and new not in taken:
            found[name] = new
    found |= _providers(written, target)
    found |= _external_auth(written, config)
    return found


def _option(name: str, config: Configuration, target: Release) -> str | None:
    """The variable of the option for `target`, when it is another one."""
    option = config.catalog.by_env.get(name) or catalog(target).by_env.get(name)
    if option is None:
        return None
    options = catalog(target).by_path.get(option.path, ())
    # An option may have a second name that stays; the first is the one to write.
    new = options[0].env if options else None
    return new if new != name and _same_field(name, new, target) else None


def _same_field(old: str, new: str | None, target: Release) -> bool:
    known = catalog(target).by_env
    return new is not None and (old not in known or known[old].path == known[new].path)


def _providers(written: list[str], target: Release) -> dict[str, str]:
    """One prefix for all AI providers: the server refuses a mixture."""
    texts = [prefix.text for prefix in AI_PROVIDER_FAMILY.prefixes if reads(prefix, target)]
    present = {text for name in written for text in _prefixes() if upper(name).startswith(text)}
    if not texts or len(present) != 1 or present == {texts[0]}:
        return {}
    old = present.pop()
    return {name: texts[0] + upper(name)[len(old) :] for name in written if upper(name).startswith(old)}


def _prefixes() -> tuple[str, ...]:
    return tuple(prefix.text for prefix in AI_PROVIDER_FAMILY.prefixes)


def _external_auth(written: list[str], config: Configuration) -> dict[str, str]:
    """Variables with the oldest prefix, numbered on behind those with the present one, which come first for the server."""
    present = next(prefix.text for prefix in EXTERNAL_AUTH_FAMILY.prefixes if not prefix.legacy)
    old = next(prefix.text for prefix in EXTERNAL_AUTH_FAMILY.prefixes if prefix.legacy)
    offset = sum(item.prefix == present for item in config.external_auth)
    found = {}
    for name in written:
        if upper(name).startswith(old):
            number, _separator, key = upper(name)[len(old) :].partition("_")
            if number.isdecimal() and key:
                found[name] = f"{present}{int(number) + offset}_{key}"
    return found
