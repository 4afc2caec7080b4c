"""Values of Secrets as Pulumi secrets, one by one: a diff then shows which key changed, and state holds each encrypted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pulumi

from codercfg.kubernetes_objects.secret_content import secret_data
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codercfg.values.secret import Ciphertext


def with_secret_outputs(manifest: dict[str, Any], values: Mapping[str, SecretText | Ciphertext]) -> dict[str, Any]:
    """The object with a secret output in the place of each token.

    Args:
        manifest: An object of `render_objects(…, "tokens")`.
        values: The value of each token.
    """
    if manifest["kind"] != "Secret":
        return manifest
    data = {key: pulumi.Output.secret(_known(key, values[token])) for key, token in manifest.get("data", {}).items()}
    return {**manifest, "data": data}


def _known(key: str, value: SecretText | Ciphertext) -> str:
    if not isinstance(value, SecretText):
        raise pulumi.RunError(f"Pulumi did not decrypt the value of {key}")
    return secret_data(value)
