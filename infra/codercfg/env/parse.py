"""Reads the text of one option as the server of one release does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.env.validators import validate
from codercfg.options.kinds import DURATION, URL
from codercfg.values import duration, url

if TYPE_CHECKING:
    from codercfg.catalog.catalog import Option
    from codercfg.releases.release import Release

DAYS_SINCE = "2.29"  # serpent 0.12
EMPTY_IS_VALUE_SINCE = "2.34"  # serpent 0.15
STRICT_PORT_SINCE = "2.34"  # built with Go 1.26


def parse_text(option: Option, text: str, release: Release) -> Any:  # noqa: ANN401  (a value of the option's kind)
    """The value of a variable's or flag's text, before upstream's own rules for single options.

    Raises:
        ValueParseError: The server would refuse the text.
    """
    kind = option.kind
    if kind is DURATION:
        return duration.parse(text, days=release.at_least(DAYS_SINCE))
    if kind is URL:
        return url.parse_kept(text, strict_port=release.at_least(STRICT_PORT_SINCE))
    return kind.parse(text)


def parse_value(option: Option, text: str, release: Release) -> Any:  # noqa: ANN401  (a value of the option's kind)
    """The value of a variable's or flag's text, upstream's rules for single options included (serpent `Validate`).

    Raises:
        ValueParseError: The server would refuse the text.
    """
    value = parse_text(option, text, release)
    if option.record.validated:
        validate(option.path, value)
    return value
