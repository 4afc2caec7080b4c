"""Finds the ciphertext in a stack file's own sections."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from codercfg.sources.stack.secrets import is_ciphertext
from codercfg.sources.stack.sections import NAMES, PROJECT, section_name
from codercfg.yaml_reader.nodes import YamlMap

if TYPE_CHECKING:
    from codercfg.diagnostics.origin import Origin
    from codercfg.yaml_reader.nodes import Places

_SHOWABLE = re.compile(r"[A-Za-z0-9_.:/\[\]-]{1,200}")  # anything else may be a secret in the wrong place


@dataclass(frozen=True, slots=True)
class WrittenCiphertext:
    """One ciphertext.

    Attributes:
        place: Its place in the file: `deployment.oidc.client_secret`.
        text: As Pulumi wrote it.
        origin: Where it was written.
    """

    place: str
    text: str = field(repr=False)
    origin: Origin

    def problem(self, reason: str) -> str:
        """One sentence for a ciphertext that cannot be opened."""
        if not _SHOWABLE.fullmatch(self.place):
            return f"{self.origin}: this ciphertext cannot be opened: {reason}; write it again with `pulumi config set --secret --path`"
        again = f"pulumi config set --secret --path '{PROJECT}:{self.place}'"
        return f"{self.origin}: the ciphertext of `{self.place}` cannot be opened: {reason}; write it again with `{again}`"


def ciphertexts(root: Any, places: Places) -> list[WrittenCiphertext]:  # noqa: ANN401  (any YAML)
    """All of them, by where they were written."""
    config = root.get("config") if isinstance(root, YamlMap) else None
    if not isinstance(config, YamlMap):
        return []
    sections = [(section_name(key), value) for key, value in config.items()]
    todo: list[tuple[str, Any]] = [(name, value) for name, value in sections if name is not None and name in NAMES]
    found: list[WrittenCiphertext] = []
    while todo:
        place, value = todo.pop()
        if is_ciphertext(value):
            found.append(WrittenCiphertext(place, value["secure"], places.of_entry(value, "secure")))
        elif isinstance(value, dict):
            todo += [(f"{place}.{key}", item) for key, item in value.items()]
        elif isinstance(value, list):
            todo += [(f"{place}[{index}]", item) for index, item in enumerate(value)]
    return sorted(found, key=lambda item: item.origin.sort_key)
