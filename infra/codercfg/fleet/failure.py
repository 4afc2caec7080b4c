"""Why the Pulumi CLI made no preview, and what helps; known by what it says (3.259.0, held by `tests/engine/test_fleet.py`)."""

from __future__ import annotations

_NO_STACK = "no stack named"
_INIT = (
    "`pulumi stack init {stack}` creates it in this backend, and `pulumi up --stack {stack}` its objects; "
    "if it was brought up already, PULUMI_BACKEND_URL names another backend"
)
_WRONG = (
    "give the passphrase of this stack in PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE; stacks with different ones need a "
    "run each"
)
_BACKEND = "set PULUMI_BACKEND_URL to the backend of the stacks"
_ADVICE = (
    (_NO_STACK, _INIT),
    ("incorrect passphrase", _WRONG),
    ("passphrase must be set", "set one of the two; `make up` keeps the passphrase of a clone in .local/passphrase"),
    ("unable to read PULUMI_CONFIG_PASSPHRASE_FILE", "name a file that can be read, or set PULUMI_CONFIG_PASSPHRASE"),
    ("PULUMI_ACCESS_TOKEN must be set", f"{_BACKEND}, or run `pulumi login` first"),
    ("unable to open state directory", _BACKEND),
)


def is_absent(error: str) -> bool:
    """Whether the backend has no stack of that name: nobody ever made it there."""
    return _NO_STACK in error


def advice(error: str, stack: str) -> str:
    """What to do about an error, or nothing where only a person can know.

    Args:
        error: What the CLI said.
        stack: Name of the stack.
    """
    return next((text.format(stack=stack) for phrase, text in _ADVICE if phrase in error), "")
