"""What is to be registered; imports no pulumi."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from codercfg.kubernetes_objects.render import render_objects
from codercfg.kubernetes_objects.secret_content import uses_trial_database
from codercfg.sources.local_secret import fingerprint_key, postgres_password

if TYPE_CHECKING:
    from pathlib import Path

    from codercfg.kubernetes_objects.render import Objects
    from codercfg.sources.stack.stack import Stack

# Only marks the annotations: what a cluster gets is made with the stack's own key, which lies encrypted in the state.
_PLACEHOLDER_KEY = b"replaced before it leaves the program"


@dataclass(frozen=True, slots=True)
class Plan:
    """A stack and its objects, Secrets as tokens."""

    stack: Stack
    objects: Objects


def plan(stack: Stack, root: Path) -> Plan:
    """Render the objects for the stack's target.

    Args:
        stack: A stack without errors, secrets known.
        root: Folder of the project; generated secrets are kept below it.

    Raises:
        LocalSecretError: A generated secret cannot be used.
        OSError: It can neither be read nor made.
    """
    if not stack.target.to_cluster and stack.target.files.secrets == "omit":
        return Plan(stack, render_objects(stack, "omit", root=root))
    password = postgres_password(root, stack.name) if uses_trial_database(stack) else None
    key = _PLACEHOLDER_KEY if stack.target.to_cluster else fingerprint_key(root, stack.name)
    return Plan(stack, render_objects(stack, "tokens", root=root, postgres_password=password, fingerprint_key=key))
