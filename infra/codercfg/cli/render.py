"""`codercfg render`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from codercfg.cli.exit_code import ExitCode
from codercfg.cli.manifests import directory, objects_of, project_root
from codercfg.cli.parser import Parser
from codercfg.cli.stacks import STACK_HELP, load
from codercfg.cli.told import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.kubernetes_objects.render import Objects
    from codercfg.sources.stack.stack import Stack

_DESCRIPTION = """\
Write the Kubernetes manifests of a stack: the same files that `pulumi up` writes.

  codercfg render prod                    into the stack's own directory
  codercfg render prod --out /tmp/x       into another one
  codercfg render prod --open             with encrypted values too, where Secrets are written
  codercfg render prod --stdout           as one YAML stream, for `kubectl apply -f -`

Files of other stacks, or of anybody else, are never overwritten without --force.
Files that this stack wrote earlier and no longer has are removed.
"""


def run(arguments: Sequence[str]) -> ExitCode:
    """Write or print the manifests; findings go to standard error."""
    given = _parser().parse_args(arguments)
    loaded = load(given.stack, with_secrets=given.open, with_project=True)
    stack = loaded.stack
    if stack is None:
        return tell(loaded, (), given.color)
    root = project_root(stack)
    objects = objects_of(stack, root, loaded.inputs.text, write_secrets=_writes_secrets(stack, given.secrets))
    if tell(loaded, objects.diagnostics, given.color) is not ExitCode.OK:
        return ExitCode.FINDINGS
    if given.stdout:
        print(_stream(stack, objects), end="")
        return ExitCode.OK
    from codercfg.cli.written_files import write_files

    written = write_files(Path(given.out) if given.out else directory(stack, root), stack, objects.manifests, force=given.force)
    print(written, end="")
    return ExitCode.OK


def _parser() -> Parser:
    parser = Parser("render", _DESCRIPTION)
    parser.add_argument("stack", metavar="STACK", help=STACK_HELP)
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--out", metavar="DIR", help="directory for the files; otherwise what the stack says, or out/<stack>")
    place.add_argument("--stdout", action="store_true", help="print one YAML stream instead")
    parser.add_argument("--secrets", choices=("omit", "write"), help="leave Secrets out, or write them; otherwise what the stack says")
    parser.add_open()
    parser.add_argument("--force", action="store_true", help="overwrite files that belong to somebody else")
    parser.add_color()
    return parser


def _writes_secrets(stack: Stack, wanted: str | None) -> bool:
    return (wanted or stack.target.files.secrets) == "write"


def _stream(stack: Stack, objects: Objects) -> str:
    from codercfg.kubernetes_objects.manifest_text import file_text, header

    return "---\n".join(file_text(header(stack.name), manifest) for manifest in objects.manifests)
