"""What is to be registered; imports no pulumi."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from codercfg.kubernetes_objects.render import render_objects
from codercfg.kubernetes_objects.secret_content import uses_trial_database
from codercfg.sources.local_secret import fingerprint_key, postgres_password

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from codercfg.kubernetes_objects.render import Objects
    from codercfg.sources.stack.stack import Stack

# Only marks the annotations: what leaves the program is made with the stack's own key, which lies encrypted in the state.
_PLACEHOLDER_KEY = b"replaced before it leaves the program"


@dataclass(frozen=True, slots=True)
class Plan:
    """A stack and its objects, Secrets as tokens; `root` is the project's folder."""

    stack: Stack
    objects: Objects
    root: Path


def plan(stack: Stack, root: Path, derive: Callable[[], bytes | None] = lambda: None) -> Plan:
    """Render the objects for the stack's target.

    Args:
        stack: A stack without errors, secrets known.
        root: Folder of the project; generated secrets are kept below it.
        derive: As for `fingerprint_key`.

    Raises:
        LocalSecretError: A generated secret cannot be used.
        OSError: It can neither be read nor made.
    """
    if not stack.target.to_cluster and stack.target.files.secrets == "omit":
        return Plan(stack, render_objects(stack, "omit", root=root), root)
    password = postgres_password(root, stack.name) if uses_trial_database(stack) else None
    if not stack.target.to_cluster:
        fingerprint_key(root, stack.name, derive)  # a new stack takes it for its own, so that `codercfg render` writes the same bytes
    objects = render_objects(stack, "tokens", root=root, postgres_password=password, fingerprint_key=_PLACEHOLDER_KEY)
    return Plan(stack, objects, root)
