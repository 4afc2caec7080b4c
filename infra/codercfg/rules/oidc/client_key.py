"""The key with which Coder proves itself to the provider instead of a secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import is_given

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration


def key_in_use(config: Configuration) -> bool:
    """Whether the server reads the key file: only while OpenID Connect is on, and never beside a secret."""
    return bool(config.get("oidc.client_id") and config.get("oidc.client_key_file")) and not is_given(config, "oidc.client_secret")
