"""One thing that a naive check of Coder's configuration gets wrong, and how a table says that ours does not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import codercfg

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Case:
    """One configuration, and what must be said about it.

    Attributes:
        release: Release of the server; not used by a stack, which names its own.
        environ: The server's variables.
        yaml: The server's YAML file.
        args: The server's arguments.
        stack: A whole stack file, instead of the server's own inputs.
        codes: Findings it must give.
        starts: Whether no finding may be an error.
        holds: JSON path to wire value, as the server would hold it.
        providers: Parts of the AI providers that the server would hold, in order.
        external_auth: Parts of the external-auth providers that the server would hold, in order.
        masked: JSON paths of which the report does not show the value unless asked to.
        pod: Parts of the pod that a stack gives.
        variables: Variables of its container: the text or the source.
    """

    release: str = "2.33"
    environ: Mapping[str, str] = field(default_factory=dict)
    yaml: str | None = None
    args: tuple[str, ...] = ()
    stack: str | None = None
    codes: tuple[str, ...] = ()
    starts: bool = True
    holds: Mapping[str, Any] = field(default_factory=dict)
    providers: tuple[Mapping[str, Any], ...] = ()
    external_auth: tuple[Mapping[str, Any], ...] = ()
    masked: tuple[str, ...] = ()
    pod: Mapping[str, Any] = field(default_factory=dict)
    variables: Mapping[str, Any] = field(default_factory=dict)

    def report(self) -> codercfg.Report[Any]:
        """What codercfg says."""
        if self.stack is not None:
            return codercfg.check_stack(self.stack)
        return codercfg.check_environ(self.environ, self.release, config_yaml=self.yaml, args=self.args)

    def rendered_pod(self) -> dict[str, Any]:
        """The pod of the stack's Deployment, as Kubernetes would get it."""
        loaded = codercfg.load_stack(self.stack or "")
        assert loaded.stack is not None
        manifests = codercfg.render_objects(loaded.stack).manifests
        (found,) = [item["spec"]["template"]["spec"] for item in manifests if item["kind"] == "Deployment"]
        return dict(found)


@dataclass(frozen=True, slots=True)
class Trap:
    """A trap by its number in the reference.

    Attributes:
        number: 1 to 47.
        title: What is not as one expects.
        wrong: Configurations in which somebody fell into it.
        right: The same wish, said so that the server does it.
    """

    number: int
    title: str
    wrong: tuple[Case, ...]
    right: tuple[Case, ...]


def env(release: str = "2.33", /, **variables: str) -> dict[str, Any]:
    """Arguments of a case with variables, named without `CODER_`."""
    return {"release": release, "environ": {f"CODER_{name}": value for name, value in variables.items()}}


def fails(*codes: str, **inputs: Any) -> Case:
    """A case in which the server does not start."""
    return Case(codes=codes, starts=False, **inputs)


def warns(*codes: str, **inputs: Any) -> Case:
    """A case in which the server starts, and is not what the configuration says."""
    return Case(codes=codes, **inputs)


def passes(**inputs: Any) -> Case:
    """A case without an error, and without the findings of the wrong cases."""
    return Case(**inputs)


def stack(deployment: str, release: str = "2.33.1", more: str = "") -> dict[str, Any]:
    """Arguments of a case with a stack file; `deployment` is YAML in flow style."""
    return {"stack": f'config:\n  coder:release: "{release}"\n  coder:deployment: {deployment}\n{more}'}
