"""`codercfg drift`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from codercfg.cli.ended import clean_up_when_ended
from codercfg.cli.exit_code import ExitCode, WrongUseError
from codercfg.cli.manifests import project_root
from codercfg.cli.parser import Parser
from codercfg.cli.stacks import STACK_HELP, load
from codercfg.cli.terminal import style
from codercfg.cli.told import tell

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from codercfg.cluster.drift_forms import Compared
    from codercfg.cluster.problem import ClusterError
    from codercfg.sources.stack.stack import Stack
    from codercfg.values.secret import Ciphertext, SecretText

FORMATS = ("text", "json", "github", "sarif")
_SECONDS, _LONGEST = 30.0, 3600
_DESCRIPTION = """\
Compare the live objects of a cluster with those of a stack, option by option: what somebody changed
by hand, and what was never applied. Needs the extra `cluster`: `pip install 'codercfg[cluster]'`.

  codercfg drift prod                          the cluster that the stack names
  codercfg drift prod --open                   secrets as well, by key; values are never shown
  codercfg drift prod --context prod-eu        this cluster; also for a stack that writes files
  codercfg drift prod --format json

Nothing is changed.
Exit codes: 0 no difference, 1 differences, 2 wrong use, or a cluster that cannot be read.
"""


def run(arguments: Sequence[str]) -> ExitCode:
    """Print the differences, and say by the exit code whether there are any."""
    began, parser = time.monotonic(), _parser()
    given = parser.parse_args(arguments)
    if not 0 < given.timeout <= _LONGEST:
        parser.error(f"--timeout takes seconds from 1 to {_LONGEST}")
    loaded = load(given.stack, with_secrets=given.open)
    stack = loaded.stack
    if stack is None:
        tell(loaded, (), given.color)
        return ExitCode.WRONG_USE  # 1 would say that the cluster differs
    context = given.context or stack.target.cluster.context
    if not context and not stack.target.to_cluster:
        raise WrongUseError("the objects of this stack are files: name the cluster with --context")
    from codercfg.cluster.known_secrets import objects_and_values

    root = project_root(stack)
    objects, values = objects_and_values(stack, root)
    if not objects.ok:
        tell(loaded, objects.diagnostics, given.color)
        return ExitCode.WRONG_USE
    kubeconfig = given.kubeconfig or _beside(stack.target.cluster.kubeconfig, root)
    compared = _compared(stack, objects.manifests, values, kubeconfig, context, given.timeout - (time.monotonic() - began))
    print(_output(compared, given, loaded.inputs.text), end="")
    if compared.found.changes:
        return ExitCode.FINDINGS
    return ExitCode.WRONG_USE if compared.found.unreadable else ExitCode.OK


def _parser() -> Parser:
    parser = Parser("drift", _DESCRIPTION)
    parser.add_argument("stack", metavar="STACK", help=STACK_HELP)
    parser.add_argument("--context", metavar="NAME", help="context of the kubeconfig; otherwise what the stack says")
    parser.add_argument("--kubeconfig", metavar="FILE", help="kubeconfig; otherwise what the stack says, KUBECONFIG, or ~/.kube/config")
    parser.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=float,
        default=_SECONDS,
        help="how long the cluster may take for everything together (default: 30)",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="form of the output (default: text)")
    parser.add_open()
    parser.add_color()
    return parser


def _compared(
    stack: Stack,
    manifests: Sequence[dict[str, Any]],
    values: Mapping[str, SecretText | Ciphertext],
    kubeconfig: str | None,
    context: str | None,
    seconds: float,
) -> Compared:
    from codercfg.cluster.drift import drift, paths_of
    from codercfg.cluster.drift_forms import Compared
    from codercfg.cluster.live import Wanted, read_live
    from codercfg.cluster.problem import ClusterError
    from codercfg.values.secret import SecretText

    clean_up_when_ended()  # the process that reads is in a session of its own
    wanted = Wanted(tuple(paths_of(stack, manifests)), context, kubeconfig, seconds)
    try:
        server, live = read_live(wanted, [value.reveal() for value in values.values() if isinstance(value, SecretText)])
        return Compared(stack, context, server, drift(stack, live, manifests, values, server))
    except ClusterError as error:
        raise WrongUseError(_sentence(error, context)) from None


def _beside(kubeconfig: str | None, root: Path) -> str | None:
    """A relative path of the stack file as the Pulumi program sees it, which runs in infra/; from elsewhere, as it is."""
    return kubeconfig and next((str(path) for path in (root / "infra" / kubeconfig, root / kubeconfig) if path.is_file()), kubeconfig)


def _sentence(error: ClusterError, context: str | None) -> str:
    from codercfg.cluster.placed import failure_sentence
    from codercfg.diagnostics.printable import printable

    return printable(failure_sentence(error, context))


def _output(compared: Compared, given: Namespace, text: str) -> str:
    from codercfg.cluster.drift_forms import json_form, text_form

    if given.format == "text":
        return text_form(compared, style(given.color))
    if given.format == "json":
        from codercfg.cli.version import VERSION

        return json_form(compared, VERSION)
    from codercfg.cli.report_output import report_text
    from codercfg.cluster.drift_findings import findings
    from codercfg.diagnostics.checked import Checked

    stack, found = compared.stack, compared.found
    checked = Checked(stack.file, str(stack.release), findings(stack, found), (*found.not_compared, *found.unreadable))
    return report_text([checked], given.format, given.color, {stack.file: text})
