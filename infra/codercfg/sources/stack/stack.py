"""A stack that was read and has no errors, and what loading one gives."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from codercfg.sources.stack.locate import has

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codercfg.configuration.configuration import Configuration
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.diagnostics.origin import Origin
    from codercfg.models.stack.kubernetes.settings import KubernetesSettings
    from codercfg.models.stack.target import Target
    from codercfg.releases.release import Release
    from codercfg.suppressions.allowance import Allowance
    from codercfg.yaml_reader.nodes import Places, YamlMap

_STEP = re.compile(r"\[([0-9]{1,9})\]|([^.\[\]]+)")


@dataclass(frozen=True, slots=True)
class Written:
    """Where the sections of a file were written."""

    places: Places
    sections: dict[str, tuple[YamlMap, str]] = field(repr=False)  # as written, secrets in wrong places included

    def section_origin(self, *names: str) -> Origin:
        """Where the first of the sections that exists begins, else the file."""
        name = next((name for name in names if name in self.sections), None)
        return self.places.file_origin() if name is None else self.places.of_key(*self.sections[name])

    def origin(self, path: str) -> Origin:
        """Where `kubernetes.service.type` was written, else the nearest key around it."""
        name, _dot, rest = path.partition(".")
        if name not in self.sections:
            return self.places.file_origin()
        holder, key = self.sections[name]
        origin, value = self.places.of_entry(holder, key, path), holder[key]
        for match in _STEP.finditer(rest):
            step: Any = int(match[1]) if match[1] else match[2]
            if not has(value, step):
                break
            origin, value = self.places.of_entry(value, step, path), value[step]
        return origin


@dataclass(frozen=True, slots=True)
class Stack:
    """Everything that rendering needs.

    Attributes:
        name: The stack's name: `prod` for `Pulumi.prod.yaml`.
        file: Path as it was given, or `<text>`.
        release: The target release.
        configuration: The server's configuration.
        kubernetes: Settings of the Kubernetes objects.
        target: Where the objects go.
        written: Where the sections were written.
        allowances: What comments in the file allow.
    """

    name: str
    file: str
    release: Release
    configuration: Configuration
    kubernetes: KubernetesSettings
    target: Target
    written: Written = field(repr=False)
    allowances: tuple[Allowance, ...] = ()

    def origin(self, path: str) -> Origin:
        """Where a key of a section was written (`kubernetes.service.type`), else the nearest key around it."""
        return self.written.origin(path)


@dataclass(slots=True)
class StackInputs:
    """What a stack file says, and what is wrong with how it says it.

    Attributes:
        name: The stack's name.
        file: Path as it was given, or `<text>`.
        text: The text, for messages that show the line; empty when it could not be read.
        release: The release, or None when the file names none.
        configuration: The options that could be read; None when the file could not be.
        kubernetes: Settings of the objects, or None after a finding.
        target: Where the objects go, or None after a finding.
        variables: What the section `env` sets, by variable.
        diagnostics: Findings of reading.
        incomplete: Something could not be read at all; rules about what is missing would be wrong.
        unreadable: JSON paths of options whose value was refused, and `@providers` or `@external_auth`.
        ciphertexts: Names of options whose value stays encrypted.
        referenced: Names of options whose value lies elsewhere, by what it lies in.
        written: Where the sections were written.
        uses_environment: The file names a Pulumi environment, whose values are not seen.
        secrets: Plain text by place, as the caller gave it.
    """

    name: str
    file: str
    text: str = field(default="", repr=False)
    release: Release | None = None
    configuration: Configuration | None = None
    kubernetes: KubernetesSettings | None = None
    target: Target | None = None
    variables: dict[str, Any] = field(default_factory=dict, repr=False)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    incomplete: bool = False
    unreadable: frozenset[str] = frozenset()
    ciphertexts: tuple[str, ...] = ()
    referenced: dict[str, list[str]] = field(default_factory=dict)
    written: Written | None = field(default=None, repr=False)
    uses_environment: bool = False
    secrets: Mapping[str, str] | None = field(default=None, repr=False)
