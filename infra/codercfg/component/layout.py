"""Asks before a setting changes that makes every object of a cluster anew.

A resource keeps in the state which names the stack had. The engine shows its provider what was and what is to be, in a preview as in an
update, before any object is registered; the program alone cannot know what was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pulumi.dynamic import CheckFailure, CheckResult, ConfigureRequest, CreateResult, DiffResult, Resource, ResourceProvider, UpdateResult

from codercfg.component.codes import MOVED
from codercfg.component.engine_watch import end_with_engine
from codercfg.component.moves import consent, moves

if TYPE_CHECKING:
    from pulumi import ResourceOptions

_KEYS = ("namespace", "name", "instance", "cluster")


class LayoutProvider(ResourceProvider):
    """Compares names; state holds a reference to this class by name, so the name must stay."""

    serialize_as_secret_always = False

    def configure(self, _req: ConfigureRequest) -> None:
        """Called once in the provider's process, before anything else."""
        end_with_engine()

    def check(self, olds: dict[str, Any], news: dict[str, Any]) -> CheckResult:
        """Refuse what nobody consented to."""
        before, after = _names(olds), _names(news)
        found = moves(before, after) if all(before.values()) else []
        wanted = consent(before)
        if not found or news.get("replaces") == wanted:
            return CheckResult(news, [])
        reasons = "\n".join(f"  {move}" for move in found)
        advice = f"put it back, or consent with `target.cluster.replaces: {wanted}`"
        return CheckResult(news, [CheckFailure("replaces", f"[{MOVED.code}] the objects would be others:\n{reasons}\n  = help: {advice}")])

    def diff(self, _id: str, olds: dict[str, Any], news: dict[str, Any]) -> DiffResult:
        """Names alone count: a consent that is not needed any more may go."""
        return DiffResult(changes=_names(olds) != _names(news))

    def create(self, props: dict[str, Any]) -> CreateResult:
        """Remember the names."""
        return CreateResult("layout", props)

    def update(self, _id: str, _olds: dict[str, Any], news: dict[str, Any]) -> UpdateResult:
        """Remember the new ones."""
        return UpdateResult(news)


class Layout(Resource, module="codercfg", name="Layout"):
    """The names of a stack's objects, and its cluster."""

    def __init__(self, name: str, names: dict[str, str], replaces: str | None, opts: ResourceOptions | None = None) -> None:
        """Register the names.

        Args:
            name: Resource name.
            names: `namespace`, `name`, `instance` and `cluster`.
            replaces: Which former names may be given up.
            opts: Resource options.
        """
        super().__init__(LayoutProvider(), name, {**names, "replaces": replaces or ""}, opts)


def _names(props: dict[str, Any]) -> dict[str, str]:
    return {key: str(props.get(key) or "") for key in _KEYS}
