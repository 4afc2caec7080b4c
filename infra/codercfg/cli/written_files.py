"""Writes manifests into a directory."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from codercfg.cli.exit_code import WrongUseError
from codercfg.diagnostics.printable import printable
from codercfg.kubernetes_objects.manifest_text import file_name, header, owner
from codercfg.kubernetes_objects.owned_file import ForeignFileError, OwnedFile, UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from codercfg.sources.stack.stack import Stack

_FIRST_LINE = 400  # bytes; the mark of a file stands at its beginning


def write_files(folder: Path, stack: Stack, manifests: Sequence[dict[str, Any]], *, force: bool) -> str:
    """Write what changed and remove what is gone; give one line for each file.

    Every file is looked at before one is written, so that a refusal leaves the directory as it was.

    Args:
        folder: Made when it is missing.
        stack: Whose files these are.
        manifests: The objects.
        force: Whether to overwrite files of others.

    Raises:
        WrongUseError: A file of somebody else stands in the way, or a file cannot be written.
        OSError: The folder cannot be looked at.
    """
    _refuse_no_folder(folder)
    first_line = header(stack.name)
    files = [OwnedFile(folder / file_name(manifest, stack.kubernetes.namespace), first_line, manifest) for manifest in manifests]
    if not force:
        _refuse_foreign(files)
    lines = [_written(file) for file in files]
    kept = {file.path.name for file in files}
    for path in _earlier(folder, stack.name):
        if path.name not in kept:
            with _remedied("removed", path):
                path.unlink()
            lines.append(f"removed    {printable(str(path))}")
    return "".join(f"{line}\n" for line in lines)


def _refuse_no_folder(folder: Path) -> None:
    """No folder can be made below a file, and --force would not remove that."""
    there = next((path for path in (folder, *folder.parents) if path.exists()), None)
    if there is not None and not there.is_dir():
        name = printable(str(there))
        raise WrongUseError(f"{name} is a file, and manifests need a folder: name another one with --out, or move the file away")


def _refuse_foreign(files: Sequence[OwnedFile]) -> None:
    try:
        for file in files:
            file.refuse_foreign()
    except UnreadableFileError as error:
        raise WrongUseError(printable(str(error))) from None
    except ForeignFileError as error:
        raise WrongUseError(f"{printable(str(error))}, or use --force") from None


def _written(file: OwnedFile) -> str:
    if file.is_current():
        return f"unchanged  {printable(str(file.path))}"
    with _remedied("written", file.path):
        file.write()
    return f"written    {printable(str(file.path))}"


@contextmanager
def _remedied(doing: str, path: Path) -> Iterator[None]:
    """Say what helps against a full disk, or a folder that one may not write to."""
    try:
        yield
    except OSError as error:
        from codercfg.component.file_failure import file_failure

        raise WrongUseError(printable(f"{file_failure(doing, str(path), error)}. Or name another folder with --out")) from None


def _earlier(folder: Path, stack: str) -> Iterator[Path]:
    """Files of this stack that lie in the directory."""
    for path in sorted(folder.glob("*.yaml")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                beginning = file.read(_FIRST_LINE)
            if owner(beginning.decode("utf-8", "replace")) == stack:
                yield path
