"""Which Secrets there are, and what is in them."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from codercfg.env.entry import SecretEnv
from codercfg.kubernetes_objects.database import PASSWORD_KEY, URL_KEY, URL_OPTION, connection_url
from codercfg.kubernetes_objects.finding import finding
from codercfg.kubernetes_objects.names import SERVER, postgres_name, secret_name
from codercfg.values.secret import Ciphertext, SecretText

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.env.entry import Env
    from codercfg.kubernetes_objects.stack import Stack

Content = dict[str, dict[str, SecretText | Ciphertext]]


def secret_data(value: SecretText) -> str:
    """A value as `Secret.data` holds it. Every caller is a place to review."""
    return b64encode(value.reveal().encode("utf-8", "surrogatepass")).decode()


def secret_content(stack: Stack, rendered: Mapping[str, Mapping[str, SecretText | Ciphertext]], password: SecretText | None) -> Content:
    """The content of each Secret, by its name.

    Args:
        stack: Whose Secrets.
        rendered: By owner, what the configuration's variables refer to.
        password: Of the trial database; None where Secrets are left out, and then their keys alone count.
    """
    name = stack.kubernetes.name
    found: Content = {secret_name(name, owner): dict(values) for owner, values in rendered.items()}
    if uses_trial_database(stack):
        known = password or SecretText("")
        found.setdefault(secret_name(name, SERVER), {})[URL_KEY] = connection_url(stack, known)
        found[postgres_name(name)] = {PASSWORD_KEY: known}
    return found


def uses_trial_database(stack: Stack) -> bool:
    """Whether the server's connection URL is that of the trial database."""
    return stack.kubernetes.postgres.trial and not stack.configuration.is_set(URL_OPTION)


def database_env(stack: Stack) -> list[Env]:
    """The variable through which the server finds the trial database."""
    return [SecretEnv(URL_KEY, secret_name(stack.kubernetes.name, SERVER), URL_KEY)] if uses_trial_database(stack) else []


def content_findings(content: Content, external: Mapping[str, Container[str]], entries: list[Env], *, written: bool) -> list[Diagnostic]:
    """References of the user into a Secret of ours, and values that cannot be written.

    Args:
        content: The Secrets of ours.
        external: The keys of Secrets that ExternalSecrets of ours make.
        entries: The container's variables.
        written: Whether values end in files here.
    """
    made: dict[str, Container[str]] = {**external, **content}
    found = [
        finding(
            "K8S030",
            f"`{entry.name}` refers to the key `{entry.key}` of the Secret `{entry.secret}`, which codercfg makes without that key",
            "keep your own values in a Secret of another name",
            about=(entry.name,),
        )
        for entry in entries
        if isinstance(entry, SecretEnv) and entry.secret in made and entry.key not in made[entry.secret]
    ]
    encrypted = [key for values in content.values() for key, value in values.items() if isinstance(value, Ciphertext)]
    if written and encrypted:
        message = f"encrypted values can only be written by `pulumi up`: {', '.join(f'`{key}`' for key in sorted(encrypted))}"
        found.append(finding("K8S011", message, "run `pulumi up`, or leave Secrets out", about=tuple(sorted(encrypted))))
    return found
