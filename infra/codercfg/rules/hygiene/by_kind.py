"""The options that a configuration sets, by the name of their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration
    from codercfg.configuration.setting import Setting

_Found = dict[str, list[tuple[str, "Setting"]]]


def settings_of(config: Configuration, kind: str) -> list[tuple[str, Setting]]:
    """Path and setting of every option of a kind: `text`, `list`."""
    found: _Found = config.once("settings by kind", lambda: _by_kind(config))
    return found.get(kind, [])


def _by_kind(config: Configuration) -> _Found:
    found: _Found = {}
    for path, setting in config.settings.items():
        found.setdefault(setting.option.kind.name, []).append((path, setting))
    return found
