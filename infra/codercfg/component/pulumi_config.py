"""The stack's configuration as the Pulumi CLI hands it to the program: everything decrypted."""

from __future__ import annotations

import json
from typing import Any

import pulumi

from codercfg.sources.stack.sections import NAMES, PROJECT


def config_sections() -> dict[str, Any]:
    """By name of the section (`deployment`), its decrypted value; `release` as text. Holds secrets: not to be printed."""
    config = pulumi.Config(PROJECT)
    found = {name: config.get(name) for name in NAMES}
    return {name: text if name == "release" else _value(text) for name, text in found.items() if text is not None}


def _value(text: str) -> Any:  # noqa: ANN401  (any JSON)
    """Pulumi writes maps and lists as JSON; a text comes as it is."""
    try:
        return json.loads(text)
    except ValueError:
        return text
