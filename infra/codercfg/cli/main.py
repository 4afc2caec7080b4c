"""The entry point of `codercfg`: finds the command and imports only that one."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from codercfg.cli.exit_code import ExitCode, WrongUseError
from codercfg.cli.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "check": "say what the Coder server of a release would say about a configuration",
    "render": "write the Kubernetes manifests of a stack",
    "env": "show the variables that a stack gives the server",
    "upgrade": "rehearse an upgrade of the Coder server with a stack",
    "drift": "compare the live objects of a cluster with those of a stack",
    "migrate": "rewrite a stack file for another release",
    "fleet": "preview many stacks at once, with the Pulumi engine",
    "explain": "tell what an option, variable, flag, key, form of a secret or diagnostic code means",
    "options": "list the options of a release",
    "rules": "list the diagnostic codes",
    "schema": "print the JSON Schema of stack files, for editors",
}
_WIDTH = max(map(len, COMMANDS))
HELP = f"""\
usage: codercfg <command> [arguments]

Typed, release-aware configuration of the Coder server on Kubernetes.

  codercfg check stacks/Pulumi.dev.yaml     would this start? (a first command: it changes nothing)
  codercfg explain CODER_ACCESS_URL         what is this?

commands:
{os.linesep.join(f"  {name:<{_WIDTH}}  {what}" for name, what in COMMANDS.items())}

options:
  -h, --help     show this text
  -V, --version  show the version

`codercfg <command> --help` tells more.
Exit codes: 0 ok, 1 errors or differences found, 2 wrong use or unreadable input.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code.

    Args:
        arguments: Without the program's name; those of the process by default.
    """
    # Plugins of pydantic would see every value, secrets included, and finding them costs time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()  # start-up makes many objects and no garbage; a command that runs long switches it on again
    atexit.register(gc.freeze)  # all of it goes with the process; to look through it for garbage first would take a twentieth of a check
    _never_fail_to_print()
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except (Exception, SystemExit, KeyboardInterrupt) as error:  # noqa: BLE001  (a traceback would show values of the configuration)
        return _ended(error)
    return code


def _ended(error: BaseException) -> int:
    """The exit code after an exception, and one sentence where people need one."""
    if isinstance(error, SystemExit):  # argparse ends so after `--help`
        return error.code if isinstance(error.code, int) else ExitCode.OK
    if isinstance(error, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    if isinstance(error, BrokenPipeError):
        return _broken_pipe()
    return _refuse(_sentence(error))


def _sentence(error: BaseException) -> str:
    if isinstance(error, WrongUseError):
        return str(error)
    if isinstance(error, OSError):  # a full disk, a closed terminal
        return f"{error.filename or 'output'}: {error.strerror or 'cannot be read or written'}"
    if isinstance(error, MemoryError):
        return "there is not enough memory for this input"
    return _bug(error)


def _bug(error: BaseException) -> str:
    """Where it happened, without the error's own text: that may hold a secret."""
    if os.environ.get("CODERCFG_TRACEBACK"):
        raise error
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" in {place.tb_frame.f_globals.get('__name__')}:{place.tb_lineno}" if place is not None else ""
    return f"this is a bug in codercfg: {type(error).__name__}{where}; CODERCFG_TRACEBACK=1 shows more, possibly with secrets"


def _run(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first in COMMANDS:
        code: int = import_module(f"codercfg.cli.{first}").run(arguments[1:])
        return code
    if first in {"-V", "--version", "version"}:
        print(f"codercfg {VERSION}")
        return ExitCode.OK
    if first == "help" and arguments[1:2] and arguments[1] in COMMANDS:
        return _run([arguments[1], "--help"])
    if first in {"-h", "--help", "help"}:
        print(HELP, end="")
        return ExitCode.OK
    raise WrongUseError(_unknown(first))


def _unknown(first: str) -> str:
    if not first:
        return f"a command is missing: one of {', '.join(COMMANDS)}"
    from codercfg.diagnostics.nearest import did_you_mean
    from codercfg.diagnostics.printable import printable

    return f"there is no command `{printable(first)}`; " + did_you_mean(first, COMMANDS, f"the commands are {', '.join(COMMANDS)}")


def _refuse(sentence: str) -> int:
    try:
        print(f"codercfg: {sentence}", file=sys.stderr)
    except OSError:
        return _broken_pipe()
    return ExitCode.WRONG_USE


def _broken_pipe() -> int:
    """Nobody reads any more (`codercfg options | head`): keep Python from writing the rest when it exits."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)
    return ExitCode.BROKEN_PIPE


def _never_fail_to_print() -> None:
    """A terminal that is not UTF-8, or a file name that is no text, costs an escape and no traceback; a closed one, nothing."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who started us, as daemons do; Python would print errors to the other one then
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
