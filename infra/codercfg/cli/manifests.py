"""The objects of a stack, made as the Pulumi program makes them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codercfg.cli.exit_code import WrongUseError
from codercfg.sources.project_folder import project_around

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.kubernetes_objects.render import Objects
    from codercfg.sources.stack.stack import Stack

DEFAULT_DIRECTORY = "out"


def project_root(stack: Stack) -> Path:
    """The folder of the stack's project."""
    return root_around(stack.file)


def root_around(file: str) -> Path:
    """The folder of the project's Pulumi.yaml: around a stack file, else around the working directory, else that itself."""
    here = Path.cwd()
    around = Path(file).resolve().parent if Path(file).is_file() else here
    return project_around(around) or project_around(here) or here


def directory(stack: Stack, root: Path) -> Path:
    """Where `pulumi up` puts the files of the stack."""
    return root / (stack.target.files.directory or f"{DEFAULT_DIRECTORY}/{stack.name}")


def objects_of(stack: Stack, root: Path, text: str, *, write_secrets: bool) -> Objects:
    """The objects, with values in their Secrets when asked for.

    Args:
        stack: The stack, without errors.
        root: The project's folder; the secrets that belong to this clone lie below it.
        text: Of the stack file, from which the key of its fingerprints is derived where the passphrase is known.
        write_secrets: Whether to make Secrets.
    """
    from codercfg.kubernetes_objects.render import render_objects

    if not write_secrets:
        return render_objects(stack, "omit", root=root)
    from codercfg.kubernetes_objects.secret_content import uses_trial_database
    from codercfg.sources.local_secret import LocalSecretError, fingerprint_key, postgres_password

    try:
        password = postgres_password(root, stack.name) if uses_trial_database(stack) else None
        key = fingerprint_key(root, stack.name, lambda: _derived_key(text))
    except LocalSecretError as error:
        raise WrongUseError(str(error)) from None
    return render_objects(stack, "write", root=root, postgres_password=password, fingerprint_key=key)


def _derived_key(text: str) -> bytes | None:
    """Needed once for each clone."""
    from codercfg.passphrase.derived_key import derived_fingerprint_key
    from codercfg.passphrase.given import passphrase_if_known

    return derived_fingerprint_key(text, passphrase_if_known(os.environ))


@dataclass(frozen=True, slots=True)
class ContainerEnvironment:
    """What the server's container gets.

    Attributes:
        env: The entries of the container's `env`.
        arguments: Arguments for options that no variable can carry.
        diagnostics: What could not be rendered.
    """

    env: list[dict[str, Any]]
    arguments: list[str]
    diagnostics: list[Diagnostic]


def container_environment(stack: Stack) -> ContainerEnvironment:
    """The variables of a stack, without making objects."""
    from codercfg.env.render import render
    from codercfg.kubernetes_objects.names import secret_name
    from codercfg.kubernetes_objects.secret_content import database_env
    from codercfg.kubernetes_objects.server_env import extra_env, object_env

    rendered = render(stack.configuration, lambda owner: secret_name(stack.kubernetes.name, owner))
    entries = [*object_env(stack), *database_env(stack), *rendered.entries]
    env = [*(entry.manifest() for entry in entries), *extra_env(stack)]
    return ContainerEnvironment(env, rendered.arguments, rendered.diagnostics)
