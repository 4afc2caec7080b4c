"""Findings about the server's YAML file, with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.origin import Origin
from codercfg.values.yaml_node import Node, Scalar

if TYPE_CHECKING:
    from codercfg.sources.assigned import Found


class YAMLFindings:
    """Adds findings to what a file gave.

    Args:
        found: Where findings go.
        file: The file's path as people know it.
        named_by: The variable or flag that names it, when there is one.
    """

    def __init__(self, found: Found, file: str, named_by: str | None) -> None:
        self._found = found
        self._file = file
        self._named_by = named_by

    def origin(self, node: Node, name: str | None) -> Origin:
        """The place of a node."""
        end = node.column + len(node.value) if isinstance(node, Scalar) and node.plain and node.column else None
        return Origin("yaml", self._file, node.line or None, node.column or None, end, name)

    def start(self, line: int = 1, column: int = 1, name: str | None = None) -> Origin:
        """A place without a node, by default the start of the file."""
        return Origin("yaml", self._file, line or 1, column or 1, name=name)

    def add(self, diagnostic: Diagnostic) -> None:
        """Add a finding made elsewhere."""
        self._found.diagnostics.append(diagnostic)

    def refuse(self, code: str, origin: Origin, message: str, help: str) -> None:  # noqa: A002  (the attribute's name)
        """Add a finding because of which the server does not start."""
        about = tuple(filter(None, (origin.name, self._named_by))) or ("yaml",)
        self.add(Diagnostic(code, Severity.ERROR, message, help, origin=origin, why="the server refuses to start", about=about))

    def warn(self, code: str, origin: Origin, message: str, why: str, help: str) -> None:  # noqa: A002  (the attribute's name)
        """Add a finding about something that the server takes."""
        about = (origin.name,) if origin.name else ()
        self.add(Diagnostic(code, Severity.WARNING, message, help, origin=origin, why=why, about=about))

    def note_experimental(self) -> None:
        """Add what the server says at every start with such a file."""
        self.add(
            Diagnostic(
                code="YML010",
                severity=Severity.INFO,
                message="the server reads this YAML file as an experiment",
                help="use variables where you can; secrets and some other options have no YAML key at all",
                origin=self.start(),
                why="it prints a warning at every start",
            )
        )
