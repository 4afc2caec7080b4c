"""Loads the stacks that the command line names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from codercfg.cli.exit_code import WrongUseError
from codercfg.cli.input_files import STDIN, read_input, read_text
from codercfg.cli.manifests import root_around
from codercfg.diagnostics.nearest import did_you_mean
from codercfg.diagnostics.printable import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codercfg.stack_check import LoadedStack

_STACKS = Path("stacks")
_PATH_TO_TIDY = re.compile(r"//|(?:^|/)\./|/\.?$")  # `./stacks/a.yaml`, `stacks//a.yaml`: messages name the file as `stacks/a.yaml`
STACK_HELP = "stack file, name of a stack in stacks/, or - for standard input"


def load(name: str, *, read_files: bool = False, with_secrets: bool = False, with_project: bool = False) -> LoadedStack:
    """Load one stack.

    Args:
        name: Path of a stack file, `dev` for `stacks/Pulumi.dev.yaml`, or `-`.
        read_files: Whether files that options name may be read.
        with_secrets: Whether its secrets are opened with the stack's passphrase.
        with_project: Whether files that belong to the stack itself are read, as making its objects does anyway.

    Raises:
        WrongUseError: There is no such file, it is no text, or its secrets cannot be opened.
    """
    from codercfg.cli.input_files import read_named_file
    from codercfg.sources.stack.text import text_of_file
    from codercfg.stack_check import load_stack

    reader = read_named_file if read_files else None
    if name == STDIN:
        text = read_text(name) + "\n"  # a text with a line end is never taken for a path
        secrets = _secrets(text, "<text>") if with_secrets else None
        return load_stack(text, secrets, reader, project=root_around(name) if with_project else None)
    file = named_file(name)
    text, has_name = read_input(file)  # refuses what is no readable text: that is wrong use, and no finding in a configuration
    secrets = _secrets(text, file) if with_secrets else None
    project = root_around(file) if with_project else None
    if not has_name:
        return load_stack(text + "\n", secrets, reader, project=project)  # no name by which messages could call it
    return load_stack(text_of_file(file, text), secrets, reader, project=project)


def _secrets(text: str, file: str) -> Mapping[str, str]:
    from codercfg.cli.opened import opened

    return opened(text, file)


def named_file(name: str) -> str:
    """The file that the user means by a path or by the name of a stack.

    Raises:
        WrongUseError: There is no stack of that name.
    """
    if not name:
        raise WrongUseError("the name of a stack is empty: write the path of a stack file, or the name of a stack in stacks/")
    if "/" in name:
        return str(Path(name)) if _PATH_TO_TIDY.search(name) else name
    given = Path(name)
    by_name = _STACKS / f"Pulumi.{name}.yaml"
    try:
        if given.is_file():
            return str(given)
        if by_name.is_file():
            return str(by_name)
    except (OSError, ValueError):  # no name that a file can have, such as one of 300 characters: reading it says so
        return str(given)
    if given.is_dir() or given.suffix:
        return str(given)
    raise WrongUseError(f"there is no stack `{printable(name)}`: neither a file of that name nor {printable(str(by_name))}{_instead(name)}")


def _instead(name: str) -> str:
    """The stack that was meant, or that this is not the folder of the project."""
    if not _STACKS.is_dir():
        return "; there is no folder stacks/ here: go to the folder of the project first"
    known = [file.name.removeprefix("Pulumi.").removesuffix(".yaml") for file in _STACKS.glob("Pulumi.*.yaml")]
    meant = did_you_mean(name, sorted(known), "")
    return f"; {printable(meant)}" if meant else ""
