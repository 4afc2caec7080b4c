"""Settings that the new release reads otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.rules.items import PROVIDERS, entries
from codercfg.sources.held import SEVERAL_KEYS_SINCE, held_external_auth
from codercfg.upgrade.step import Step, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.diagnostics.origin import Origin

_PLURALS = ("keys", "bedrock_access_keys", "bedrock_access_key_secrets")


def meaning_steps(now: Configuration, then: Configuration, unreadable: frozenset[str]) -> Iterator[Step]:
    """What is set and gets another value.

    Args:
        now: The stack as the present release reads it.
        then: The stack as the new one does.
        unreadable: Options that one of them refuses, which is a finding of its own.
    """
    yield from _options(now, then, unreadable)
    yield from _several_keys(now, then)
    if "@external_auth" not in unreadable:
        yield from _external_auth(now, then)


def _options(now: Configuration, then: Configuration, unreadable: frozenset[str]) -> Iterator[Step]:
    for path in sorted({*now.settings, *then.settings} - unreadable):
        old, new = now.settings.get(path), then.settings.get(path)
        if old is not None and new is not None and old.value == new.value:
            continue
        if new is None:
            continue  # the release lacks the option, or its variable: a finding of the check
        was = "unset" if old is None else "another value"
        yield _step(path, new.origin, f"`{new.origin.name or path}` is read otherwise", f"{now.release} takes it for {was}")


def _several_keys(now: Configuration, then: Configuration) -> Iterator[Step]:
    if now.release.at_least(SEVERAL_KEYS_SINCE) or not then.release.at_least(SEVERAL_KEYS_SINCE):
        return
    for entry in entries(then, PROVIDERS):
        for key in _PLURALS:
            text = entry.secret(key)
            if entry.get(key) is None or (text is not None and "," not in text):
                continue
            why = f"Coder {now.release} takes the whole text for one credential, Coder {then.release} cuts it at its commas"
            message = (
                f"`{entry.name(key)}` may become several credentials"
                if text is None
                else f"`{entry.name(key)}` becomes several credentials"
            )
            yield _step(f"{entry.path}.{key}", entry.origin(key), message, why, "see that every part between commas is a credential")


def _external_auth(now: Configuration, then: Configuration) -> Iterator[Step]:
    """Keys that are left to what their type brings along."""
    if len(now.external_auth) != len(then.external_auth):
        return
    before, after = held_external_auth(now, reveal=False), held_external_auth(then, reveal=False)
    for entry, old, new in zip(entries(then, "external_auth"), before, after, strict=False):
        changed = sorted(key for key in new if new[key] != old.get(key) and not _is_empty(new[key], old.get(key)))
        if changed:
            names = ", ".join(f"`{key}`" for key in changed)
            yield Step(
                When.AFTER,
                Diagnostic(
                    code="REL011",
                    severity=Severity.WARNING,
                    message=f"`{entry.label}` gets another default for {names}",
                    path=entry.path,
                    origin=entry.origin("type"),
                    why=f"Coder {then.release} fills in more, or other values, for its type",
                    help="try a login with it; set the keys yourself to keep what is",
                    about=tuple(f"{entry.path}.{key}" for key in changed),
                ),
            )


def _is_empty(*values: Any) -> bool:  # noqa: ANN401  (a value of any kind)
    return not any(values)


_DECIDE = "decide which of the two is meant, and write it so that both releases agree"


def _step(path: str, origin: Origin, message: str, why: str, help_: str = _DECIDE) -> Step:
    return Step(When.BEFORE, Diagnostic("REL011", Severity.WARNING, message, help_, path, origin, why, about=(origin.name or path,)))
