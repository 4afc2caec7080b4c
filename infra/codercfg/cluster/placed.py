"""Findings of a look with their places in the stack file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.cluster.codes import BY_CODE
from codercfg.cluster.found import Answer
from codercfg.cluster.list_places import list_place
from codercfg.cluster.pod_truth import pod_truth
from codercfg.cluster.problem import Reason
from codercfg.diagnostics.diagnostic import Diagnostic, collected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.cluster.found import Found
    from codercfg.cluster.problem import ClusterError
    from codercfg.diagnostics.origin import Origin
    from codercfg.sources.stack.stack import Stack

_CODES = {
    Reason.NO_CLIENT: "CLU001",
    Reason.KUBECONFIG: "CLU002",
    Reason.UNREACHABLE: "CLU003",
    Reason.TLS: "CLU004",
    Reason.UNAUTHORIZED: "CLU005",
    Reason.FORBIDDEN: "CLU006",
    Reason.SLOW: "CLU007",
    Reason.FAILING: "CLU008",
}
_ADVICE = {
    Reason.NO_CLIENT: "pip install 'codercfg[cluster]' into the environment of the program; `lookSeconds: 0` leaves the look out",
    Reason.KUBECONFIG: "set `target.cluster.context` to one that `kubectl config get-contexts` lists, `kubeconfig` to its file",
    Reason.UNREACHABLE: "check the address, the network and the VPN with `kubectl --context … version`",
    Reason.TLS: "fetch the kubeconfig again; the server may have a new certificate authority",
    Reason.UNAUTHORIZED: "log in again as the user of this context",
    Reason.FORBIDDEN: "let the user `get` these kinds",
    Reason.SLOW: "raise `target.cluster.lookSeconds`, or look from a place nearer to the cluster",
    Reason.FAILING: "check the server's health with `kubectl --context … get --raw /readyz`",
}
# A command has options where a preview has only the stack file; `lookSeconds` is of previews alone.
_COMMAND_ADVICE = _ADVICE | {
    Reason.NO_CLIENT: "pip install 'codercfg[cluster]' into the environment of this command",
    Reason.KUBECONFIG: "name a context that `kubectl config get-contexts` lists with --context or `target.cluster.context`, "
    "its file with --kubeconfig or `target.cluster.kubeconfig`",
    Reason.SLOW: "raise --timeout, or look from a place nearer to the cluster",
}


def diagnostics(stack: Stack, answer: Answer, context: str | None = None) -> tuple[Diagnostic, ...]:
    """All findings of a look, sorted by place; what comments in the stack file allow is left out.

    Args:
        stack: The stack whose objects were looked at.
        answer: What the look gave.
        context: The context that was used, if not that of the stack.
    """
    found = [*(_placed(stack, item) for item in [*answer.found, *pod_truth(stack, answer)])]
    found += _failures(stack, answer, context or stack.target.cluster.context)
    if stack.allowances:
        from codercfg.suppressions.settle import settle

        # Live objects come and go: a comment about them is never called useless.
        found = list(settle(found, stack.allowances, lambda _code: False).reported)
    return collected(found)


def _placed(stack: Stack, item: Found) -> Diagnostic:
    page = BY_CODE[item.code]
    path, origin = _place(stack, item)
    return Diagnostic(
        code=item.code,
        severity=page.severity,
        message=item.message,
        help=item.help,
        path=path,
        origin=origin,
        why=page.why,
        about=(item.variable,) if item.variable else (),
    )


def _place(stack: Stack, item: Found) -> tuple[str, Origin]:
    """A variable that is an option of the stack points at the option, or at the item of its list."""
    option = stack.configuration.catalog.by_env.get(item.variable)
    if option is not None:
        set_here = stack.configuration.is_set(option.path)
        return option.path, stack.configuration.origin(option.path) if set_here else stack.origin(item.path)
    return list_place(stack, item.variable) or (item.path, stack.origin(item.path))


def _failures(stack: Stack, answer: Answer, context: str | None) -> Iterator[Diagnostic]:
    """One finding for each reason, whatever number of objects it hides."""
    details: dict[Reason, list[str]] = {}
    for reason, detail in answer.failures:
        details.setdefault(Reason(reason), []).append(detail)
    for reason, given in details.items():
        page = BY_CODE[_CODES[reason]]
        yield Diagnostic(
            code=page.code,
            severity=page.severity,
            message=f"{_where(answer, context)} {_what(reason, given)}",
            help=_ADVICE[reason],
            path="target.cluster",
            origin=stack.origin("target.cluster"),
            why=page.why,
        )


def failure_sentence(error: ClusterError, context: str | None) -> str:
    """Why a cluster was not looked at, and what to do, for a command that cannot go on."""
    where = _where(Answer(server=error.server), context)
    return f"{where} {_what(error.reason, [error.detail])}; {_COMMAND_ADVICE[error.reason]}"


def _where(answer: Answer, context: str | None) -> str:
    name = f"context `{context}`" if context else "the current context"
    return f"the cluster of {name} ({answer.server})" if answer.server else f"the cluster of {name}"


def _what(reason: Reason, details: list[str]) -> str:
    if reason is not Reason.FORBIDDEN:
        return f"was not looked at{'' if reason is not Reason.SLOW else ' as a whole'}: {details[0]}"
    return f"does not let this user read {', '.join(sorted({_kind(path) for path in details}))}"


def _kind(path: str) -> str:
    """`secrets in coder` of `/api/v1/namespaces/coder/secrets/llm`."""
    steps = path.strip("/").split("/")
    rest = steps[3:] if steps[0] == "apis" else steps[2:]
    if rest[0] == "namespaces" and len(rest) > 2:  # noqa: PLR2004  (namespaces, a name, and what lies in it)
        return f"{rest[2]} in `{rest[1]}`"
    return rest[0]
