"""A random key of the stack, kept encrypted in its state: the same for everybody who runs the stack, whatever its target."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import pulumi
from pulumi.dynamic import ConfigureRequest, CreateResult, DiffResult, Resource, ResourceProvider

from codercfg.component.engine_watch import end_with_engine
from codercfg.component.project_root import project_root
from codercfg.sources.local_secret import kept_fingerprint_key

if TYPE_CHECKING:
    from pulumi import ResourceOptions

_BYTES = 32


class StackKeyProvider(ResourceProvider):
    """Makes the key once; state holds a reference to this class by name, so the name must stay."""

    serialize_as_secret_always = False

    def configure(self, _req: ConfigureRequest) -> None:
        """Called once in the provider's process, before anything else."""
        end_with_engine()

    def create(self, props: dict[str, Any]) -> CreateResult:
        """Take the key that `codercfg render` uses in this clone, so that both write the same bytes; without one, make a key."""
        kept = kept_fingerprint_key(project_root(), props["stack"])
        key = secrets.token_bytes(_BYTES) if kept is None else kept
        return CreateResult("key", {"stack": props["stack"], "key": key.hex()})

    def diff(self, _id: str, _olds: dict[str, Any], _news: dict[str, Any]) -> DiffResult:
        """Nothing changes a key: every pod would roll."""
        return DiffResult(changes=False)


class StackKey(Resource, module="codercfg", name="StackKey"):
    """The key, as 64 hexadecimal digits."""

    key: pulumi.Output[str]

    def __init__(self, name: str, stack: str, opts: ResourceOptions | None = None) -> None:
        own = pulumi.ResourceOptions(additional_secret_outputs=["key"])
        super().__init__(StackKeyProvider(), name, {"key": None, "stack": stack}, pulumi.ResourceOptions.merge(opts, own))
