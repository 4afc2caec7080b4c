"""`codercfg env`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.cli.exit_code import ExitCode
from codercfg.cli.manifests import container_environment
from codercfg.cli.parser import Parser
from codercfg.cli.stacks import STACK_HELP, load
from codercfg.cli.told import tell
from codercfg.diagnostics.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.cli.manifests import ContainerEnvironment

_DESCRIPTION = """\
Show the variables that a stack gives the server, in the order of the container. Secrets appear as
references.

  codercfg env prod                       NAME=value lines
  codercfg env prod --format yaml         `env:` of a container
"""


def run(arguments: Sequence[str]) -> ExitCode:
    """Print the variables; findings go to standard error."""
    parser = Parser("env", _DESCRIPTION)
    parser.add_argument("stack", metavar="STACK", help=STACK_HELP)
    parser.add_argument("--format", choices=("dotenv", "yaml", "json"), default="dotenv", help="form of the output (default: dotenv)")
    parser.add_open()
    parser.add_color()
    given = parser.parse_args(arguments)
    loaded = load(given.stack, with_secrets=given.open)
    if loaded.stack is None:
        return tell(loaded, (), given.color)
    environment = container_environment(loaded.stack)
    if tell(loaded, environment.diagnostics, given.color) is not ExitCode.OK:
        return ExitCode.FINDINGS
    print(_text(environment, given.format), end="")
    return ExitCode.OK


def _text(environment: ContainerEnvironment, form: str) -> str:
    if form == "dotenv":
        from codercfg.cli.dotenv_form import dotenv_form

        return dotenv_form(environment.env) + "".join(f"# argument: {printable(item)}\n" for item in environment.arguments)
    document: dict[str, Any] = {"env": environment.env, **({"args": environment.arguments} if environment.arguments else {})}
    if form == "json":
        import json

        return json.dumps(document, indent=2) + "\n"
    from codercfg.kubernetes_objects.to_yaml import to_yaml

    return to_yaml(document)
