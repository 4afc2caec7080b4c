"""Why a stack's secrets stay closed."""

from __future__ import annotations


class OpenSecretsError(Exception):
    """The secrets of a stack file cannot be opened; the message says where, why and what to do instead, and holds no secret."""
