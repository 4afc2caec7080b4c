"""A random key of the stack, kept encrypted in its state."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import pulumi
from pulumi.dynamic import CreateResult, Resource, ResourceProvider

if TYPE_CHECKING:
    from pulumi import ResourceOptions

_BYTES = 32


class StackKeyProvider(ResourceProvider):
    """Makes the key once; state holds a reference to this class by name, so the name must stay."""

    serialize_as_secret_always = False

    def create(self, _props: dict[str, Any]) -> CreateResult:
        """Make a key."""
        return CreateResult("key", {"key": secrets.token_hex(_BYTES)})


class StackKey(Resource, module="codercfg", name="StackKey"):
    """The key, as 64 hexadecimal digits."""

    key: pulumi.Output[str]

    def __init__(self, name: str, opts: ResourceOptions | None = None) -> None:
        own = pulumi.ResourceOptions(additional_secret_outputs=["key"])
        super().__init__(StackKeyProvider(), name, {"key": None}, pulumi.ResourceOptions.merge(opts, own))
