"""The objects of a stack, and of their secret values those that are known here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.kubernetes_objects.database import PASSWORD_KEY, URL_KEY
from codercfg.kubernetes_objects.names import SERVER, postgres_name, secret_name
from codercfg.kubernetes_objects.render import render_objects
from codercfg.kubernetes_objects.secret_content import uses_trial_database
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from pathlib import Path

    from codercfg.kubernetes_objects.render import Objects
    from codercfg.sources.stack.stack import Stack
    from codercfg.values.secret import Ciphertext

_UNKNOWN = SecretText("")


def objects_and_values(stack: Stack, root: Path) -> tuple[Objects, dict[str, SecretText | Ciphertext]]:
    """The objects with tokens in Secrets, and the value of each token that is known.

    The password of a trial database is not among them: it belongs to the clone that made it, and asking for it would make another.

    Args:
        stack: A stack without errors.
        root: The project's folder.
    """
    omits = not stack.target.to_cluster and stack.target.files.secrets == "omit"
    made = render_objects(stack, "omit" if omits else "tokens", root=root, postgres_password=_UNKNOWN)
    generated = _generated(stack)
    unknown = {
        token
        for manifest in made.manifests
        if manifest["kind"] == "Secret"
        for key, token in (manifest.get("data") or {}).items()
        if (manifest["metadata"]["name"], key) in generated
    }
    return made, {token: value for token, value in made.secret_tokens.items() if token not in unknown}


def _generated(stack: Stack) -> set[tuple[str, str]]:
    """Secret and key of what is made up for the trial database."""
    if not uses_trial_database(stack):
        return set()
    name = stack.kubernetes.name
    return {(secret_name(name, SERVER), URL_KEY), (postgres_name(name), PASSWORD_KEY)}
