"""The options that a configuration sets, by the name of their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration
    from codercfg.configuration.setting import Setting

_Found = dict[str, list[tuple[str, "Setting"]]]


def settings_of(config: Configuration, kind: str) -> list[tuple[str, Setting]]:
    """Path and setting of every option of a kind: `text`, `list`."""
    if not _LAST or _LAST[0][0] is not config:
        found: _Found = {}
        for path, setting in config.settings.items():
            found.setdefault(setting.option.kind.name, []).append((path, setting))
        _LAST[:] = [(config, found)]
    return _LAST[0][1].get(kind, [])


# Those of the configuration that was checked last: several rules in turn ask for them.
_LAST: list[tuple[Configuration, _Found]] = []
