"""How much configuration Pulumi can hand to a program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.diagnostic import Severity
from codercfg.sources.yaml_nodes import YamlMap

if TYPE_CHECKING:
    from codercfg.sources.stack.reading import Reading

MOST_BYTES = 131_059  # Linux takes 131,072 bytes for one environment string, the name and a NUL included


def note_size(root: Any, text: str, reading: Reading) -> None:  # noqa: ANN401  (any YAML)
    """Warn about a file whose configuration does not fit into the variable `PULUMI_CONFIG`."""
    config = root.get("config") if isinstance(root, YamlMap) else None
    if len(text) <= MOST_BYTES // 2 or not isinstance(config, YamlMap) or not isinstance(root, YamlMap):
        return
    size = sum(len(key) + len(json.dumps(_packed(value))) + 4 for key, value in config.items())
    if size > MOST_BYTES:
        reading.note(
            "STK032",
            f"about {size // 1024} KiB of configuration are more than Pulumi can hand to the program",
            help="keep large texts in files of their own, or use `codercfg render` instead of `pulumi up`",
            origin=reading.places.of_key(root, "config"),
            why="it passes all of it in one environment variable, which the kernel limits to 128 KiB",
            severity=Severity.WARNING,
        )


def _packed(value: Any) -> Any:  # noqa: ANN401  (any YAML)
    """Pulumi passes text as it is, and everything else as JSON inside a text."""
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))
