"""What rules ask of a configuration again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import NotChecked
from codercfg.values.host_port import HostPort
from codercfg.values.reference import Reference
from codercfg.values.secret import Ciphertext, SecretText
from codercfg.values.url import GoURL

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration


def is_given(config: Configuration, path: str) -> bool:
    """Whether the value in force is neither empty nor zero nor false; references and ciphertext never are."""
    value = config.get(path)
    if isinstance(value, GoURL):
        return bool(value.text)
    if isinstance(value, HostPort):
        return bool(value.host or value.port)
    return bool(value)


def is_hidden(config: Configuration, path: str) -> bool:
    """Whether the value is there but cannot be looked at."""
    return isinstance(config.get(path), Reference | Ciphertext)


def revealed(config: Configuration, path: str) -> str:
    """The text of a secret option, empty when it is unset or cannot be looked at. Never put it into a message."""
    value = config.get(path)
    return value.reveal() if isinstance(value, SecretText) else ""


def names(config: Configuration, *paths: str) -> tuple[str, ...]:
    """What people call those of `paths` that were set, or all of them when none was."""
    return tuple(config.name(path) for path in paths if config.is_set(path)) or tuple(config.name(path) for path in paths)


def place(config: Configuration, *paths: str) -> str:
    """The first of `paths` that was set, else the first: where a finding about several options points."""
    return next((path for path in paths if config.is_set(path)), paths[0])


def not_visible(config: Configuration, path: str) -> NotChecked:
    """The sentence for a secret that cannot be looked at."""
    value = config.get(path)
    where = f"lies in {value.home}" if isinstance(value, Reference) else "is encrypted"
    return NotChecked(f"the value of `{config.name(path)}` was not looked at: it {where}")


def refused_by_name(config: Configuration, path: str) -> bool:
    """Whether a release without the option refuses to start: it does so for a flag and a YAML key, and ignores a variable."""
    return config.origin(path).source in {"flag", "yaml"}
