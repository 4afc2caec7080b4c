"""The text of a stack file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.origin import Origin

MOST_BYTES = 4 * 1024 * 1024  # Pulumi itself hands at most 128 KiB to a program; this is far more than anybody writes
INLINE = "<text>"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class StackText:
    """What is to be read.

    Attributes:
        file: The path as it was given, or `<text>`.
        name: The stack's name: `prod` of `Pulumi.prod.yaml`, else the file's name without its ending.
        text: None when it cannot be read; `problem` then says why.
        problem: The finding, or None.
    """

    file: str
    name: str
    text: str | None = field(repr=False)
    problem: Diagnostic | None = None

    @property
    def stack(self) -> str:
        """The name by which Pulumi knows the stack; empty where the file is not called as Pulumi wants it."""
        return self.name if self.file.replace("\\", "/").rsplit("/", 1)[-1].startswith("Pulumi.") else ""


def stack_text(source: str | Path | StackText) -> StackText:
    """Open a file, or take the text itself: a `str` with a line break or `: ` in it is text, any other is a path."""
    if isinstance(source, StackText):
        return source
    if isinstance(source, str) and _is_text(source):
        return _decoded(INLINE, "stack", source.encode("utf-8", "surrogatepass"))
    file = str(source)
    try:
        with Path(file).open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the path is not valid"
        return _refused(
            file, _name(file), "STK001", f"cannot read the stack file: {reason}", "give the path of a file: stacks/Pulumi.dev.yaml"
        )
    return _decoded(file, _name(file), data)


def text_of_file(file: str, text: str) -> StackText:
    """The text of a file that the caller has read already.

    Args:
        file: Its path, for messages and the stack's name.
        text: Its content.
    """
    return _decoded(file, _name(file), text.encode("utf-8"))


def _is_text(source: str) -> bool:
    return not source.strip() or "\n" in source or "\r" in source or ": " in source or source.endswith(":") or source.startswith("{")


def _name(file: str) -> str:
    stem = file.replace("\\", "/").rsplit("/", 1)[-1]
    for ending in (".yaml", ".yml", ".json"):
        stem = stem.removesuffix(ending)
    return stem.removeprefix("Pulumi.") or "stack"


def _decoded(file: str, name: str, data: bytes) -> StackText:
    if len(data) > MOST_BYTES:
        megabytes = MOST_BYTES // (1024 * 1024)
        return _refused(file, name, "STK002", f"the stack file is larger than {megabytes} MB", "keep large texts in files of their own")
    if data.startswith(_UTF_16):
        return _refused(file, name, "STK003", "the stack file is UTF-16", "save it as UTF-8")
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line_start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[line_start : error.start].decode("utf-8", "replace")) + 1
        place = Origin("stack", file, data.count(b"\n", 0, error.start) + 1, column)
        return _refused(file, name, "STK003", "the stack file is not UTF-8 text", "save it as UTF-8", place)
    return StackText(file, name, text)


def _refused(file: str, name: str, code: str, message: str, help: str, origin: Origin | None = None) -> StackText:  # noqa: A002
    problem = Diagnostic(code, Severity.ERROR, message, help, origin=origin or Origin("stack", file), why="nothing of it was read")
    return StackText(file, name, None, problem)
