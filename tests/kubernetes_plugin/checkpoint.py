"""What the engine's state holds of an object: the object as it lives, and beside it what the program had asked for."""

from __future__ import annotations

from typing import Any, NamedTuple

from kubernetes_plugin.wire import marked_like, plain

_INPUTS, _MANAGER, _VERSION = "__inputs", "__fieldManager", "__initialApiVersion"


class Checkpoint(NamedTuple):
    """The parts of a state, without marks of secrecy."""

    live: dict[str, Any]
    inputs: dict[str, Any]
    manager: str
    version: str

    @classmethod
    def of(cls, state: dict[str, Any]) -> Checkpoint:
        """Take a state apart."""
        known = plain(state)
        inputs = known.pop(_INPUTS, {})
        manager, version = known.pop(_MANAGER, ""), known.pop(_VERSION, inputs.get("apiVersion", ""))
        return cls(known, inputs, manager, version)

    def state(self, given: dict[str, Any]) -> dict[str, Any]:
        """The state to keep, with the secrecy of the inputs that were `given`."""
        own = {_INPUTS: marked_like(self.inputs, given), _MANAGER: self.manager, _VERSION: self.version}
        return {**marked_like(self.live, given), **own}


def object_id(manifest: dict[str, Any]) -> str:
    """The id that the engine keeps: `namespace/name`, or the name alone."""
    meta = manifest["metadata"]
    return f"{meta['namespace']}/{meta['name']}" if meta.get("namespace") else str(meta["name"])
