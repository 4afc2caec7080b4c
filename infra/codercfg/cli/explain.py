"""`codercfg explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.cli.exit_code import ExitCode, WrongUseError
from codercfg.cli.page import page
from codercfg.cli.parser import Parser
from codercfg.cli.releases import parse_release
from codercfg.cli.stacks import STACK_HELP, load
from codercfg.cli.terminal import style
from codercfg.diagnostics.printable import printable
from codercfg.releases.table import newest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.reference.explanation import Explanation
    from codercfg.releases.release import Release
    from codercfg.sources.stack.stack import StackInputs

_DESCRIPTION = """\
Tell what a name means. Of an option: its names in the stack file, as variable, flag and YAML key,
its type, default and releases, whether it is secret; with --stack also the value in force.

  codercfg explain oidc.issuer_url              option, by its path in a stack file
  codercfg explain CODER_OIDC_ISSUER_URL        the same, by its variable
  codercfg explain --oidc-issuer-url            by its flag
  codercfg explain oidc.issuerURL               by its key in the server's YAML file
  codercfg explain oidc                         a group of options
  codercfg explain external_auth[].client_id    a key of a list
  codercfg explain kubernetes.replicas          a setting of the stack file that is not the server's
  codercfg explain secretRef                    a form in which a secret is written
  codercfg explain AIP101                       a diagnostic code
"""


def run(arguments: Sequence[str]) -> int:
    """Print what a name means."""
    parser = Parser("explain", _DESCRIPTION)
    parser.add_argument(
        "name", nargs="?", metavar="NAME", help="option, variable, flag, YAML key, group, setting, form of a secret or diagnostic code"
    )
    parser.add_release("that of the stack, or the newest one that is known")
    parser.add_argument("--stack", metavar="STACK", help="also tell what this stack makes of it: " + STACK_HELP)
    parser.add_color()
    given, unknown = parser.parse_known_args(arguments)
    names = [*([given.name] if given.name else []), *unknown]  # a flag of the server looks like an argument of ours
    if len(names) != 1:
        parser.error("exactly one name is expected" + next(filter(None, map(parser.meant, unknown)), ""))
    inputs = load(given.stack).inputs if given.stack else None
    release = parse_release(given.release) if given.release else (inputs and inputs.release) or newest()
    pages = [page(explanation, style(given.color)) for explanation in _explanations(names[0], release, inputs)]
    print("\n".join(pages), end="")
    return ExitCode.OK


def _explanations(name: str, release: Release, inputs: StackInputs | None) -> list[Explanation]:
    from codercfg.reference.effective import effective_key, effective_match
    from codercfg.reference.explanation import explain_code, explain_match, explain_stack_key
    from codercfg.reference.lookup import find
    from codercfg.reference.secret_forms import SECRET_FORMS
    from codercfg.reference.stack_keys import find_stack_key

    match = find(name)
    if match is not None:
        facts = effective_match(match, inputs) if inputs is not None else ()
        return [_with(explain_match(match, release), facts)]
    key = find_stack_key(name)
    if key is not None:
        return [_with(explain_stack_key(key), effective_key(key, inputs) if inputs is not None else ())]
    if name in SECRET_FORMS:
        return [SECRET_FORMS[name]]
    from codercfg.reference.code_docs import find_codes

    docs = find_codes(name)
    if not docs:
        raise WrongUseError(_nothing(name))
    return [explain_code(doc) for doc in docs]


def _with(explanation: Explanation, facts: Sequence[tuple[str, str]]) -> Explanation:
    from dataclasses import replace

    return replace(explanation, facts=(*explanation.facts, *((label, printable(value)) for label, value in facts)))


def _nothing(name: str) -> str:
    from codercfg.diagnostics.nearest import did_you_mean
    from codercfg.reference.code_docs import code_docs
    from codercfg.reference.lookup import known_names
    from codercfg.reference.secret_forms import SECRET_FORMS
    from codercfg.reference.stack_keys import stack_keys

    known = (*known_names(), *stack_keys(), *SECRET_FORMS, *code_docs())
    return f"nothing is called `{printable(name)}`; " + did_you_mean(name, known, "`codercfg options` lists what there is")
