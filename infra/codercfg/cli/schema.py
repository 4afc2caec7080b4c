"""`codercfg schema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.cli.exit_code import ExitCode
from codercfg.cli.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Sequence

_DESCRIPTION = """\
Print the JSON Schema of stack files, by which editors complete and check while you type.

  codercfg schema > coder-stack.schema.json

and as first line of a stack file:

  # yaml-language-server: $schema=../coder-stack.schema.json

The schema takes stack files of every known release; `codercfg check` knows which release has what.
"""


def run(arguments: Sequence[str]) -> int:
    """Print the schema."""
    Parser("schema", _DESCRIPTION).parse_args(arguments)
    from codercfg.reference.stack_schema import stack_schema

    print(stack_schema(), end="")
    return ExitCode.OK
