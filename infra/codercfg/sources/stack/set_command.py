"""The command that encrypts one value of a stack file."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*(?:\[[0-9]+\])*(?:\.[A-Za-z_][A-Za-z0-9_-]*(?:\[[0-9]+\])*)*")
_NAME = re.compile(r"[A-Za-z0-9_.-]+")


def set_command(section: str, path: str, stack: str) -> str:
    """`pulumi config set --secret --path 'coder:deployment.oidc.client_secret' --stack prod`; it asks for the value.

    Args:
        section: `deployment` or `env`.
        path: JSON path in the section, or a variable.
        stack: Name of the stack, empty when it is not known.

    Source: Pulumi's property paths: keys are joined by dots, positions stand in brackets, and other keys in brackets and quotes.
    """
    name = path.replace("\\", "\\\\").replace('"', '\\"')
    whole = f"coder:{section}.{path}" if _PLAIN.fullmatch(path) and (section != "env" or "." not in path) else f'coder:{section}["{name}"]'
    chosen = f" --stack {stack}" if _NAME.fullmatch(stack) else ""
    return f"pulumi config set --secret --path {_quoted(whole)}{chosen}"


def _quoted(text: str) -> str:
    """For a shell, always in quotes: brackets mean something to most."""
    return "'" + text.replace("'", "'\"'\"'") + "'"
