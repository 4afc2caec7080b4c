"""Which stack a command of the Pulumi CLI is about."""

from __future__ import annotations

import json
import os
import pwd
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tools.bootstrap.paths import Paths


def chosen_stack(arguments: Sequence[str], environ: Mapping[str, str], paths: Paths) -> str:
    """Return the name of the stack as the CLI chooses it: named, in the environment, selected; "" when none is.

    Args:
        arguments: Of the CLI.
        environ: Its environment.
        paths: Places of the clone.
    """
    named = _named(arguments) or environ.get("PULUMI_STACK") or _selected(environ, paths)
    return named.rpartition("/")[2]


def _named(arguments: Sequence[str]) -> str:
    for place, argument in enumerate(arguments):
        flag, equals, value = argument.partition("=")
        if flag in {"--stack", "-s"}:
            return value if equals else "".join(arguments[place + 1 : place + 2])
        if flag.startswith("-s"):
            return argument[2:]
    return ""


def _selected(environ: Mapping[str, str], paths: Paths) -> str:
    """What `pulumi stack select` chose for this clone's own backend, in the home that the CLI uses."""
    home = Path(environ.get("PULUMI_HOME") or Path(_home_of_the_account()) / ".pulumi")
    for file in sorted((home / "workspaces").glob("*-workspace.json")):
        try:
            stack = json.loads(file.read_text(encoding="utf-8"))["stacks"][paths.backend.as_uri()]
        except (OSError, ValueError, LookupError, TypeError):
            continue
        if isinstance(stack, str):
            return stack
    return ""


def _home_of_the_account() -> str:
    """The CLI asks the list of accounts (Go's `user.Current`), and `HOME` only where there is no entry."""
    try:
        return pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:
        return str(Path.home())
