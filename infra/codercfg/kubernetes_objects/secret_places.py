"""Puts secret values where they belong, and finds them where they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.kubernetes_objects.parse import ManifestError
from codercfg.kubernetes_objects.secret_content import secret_data
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from codercfg.kubernetes_objects.token import Tokens

_ADVICE = "write a secret only as a whole value in `data` of a Secret"


def place_secrets(manifest: dict[str, Any], tokens: Tokens, *, keep: bool) -> dict[str, Any]:
    """A copy with the value of each token in its place; with `keep`, tokens stay.

    Raises:
        ManifestError: A token, or a part of one, lies anywhere but in `data` of a Secret: in a name, a label, a key or another kind.
    """
    found = dict(manifest)
    data = found.pop("data", None) if manifest.get("kind") == "Secret" else None
    _refuse(found, tokens, "")
    if not isinstance(data, dict):
        return manifest
    _refuse(dict.fromkeys(data, ""), tokens, "data")
    placed = {key: _value(key, value, tokens, keep=keep) for key, value in data.items()}
    return {key: placed if key == "data" else value for key, value in manifest.items()}


def _value(key: str, value: object, tokens: Tokens, *, keep: bool) -> object:
    if not isinstance(value, str) or value not in tokens.values:
        _refuse(value, tokens, f"data.{key}")
        return value
    held = tokens.values[value]
    # Without `keep`, ciphertext was refused before any template was rendered.
    return value if keep or not isinstance(held, SecretText) else secret_data(held)


def _refuse(value: object, tokens: Tokens, path: str) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            _refuse(key, tokens, path)
            _refuse(item, tokens, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for item in value:
            _refuse(item, tokens, path)
    elif isinstance(value, str) and tokens.within(value):
        place = path if not tokens.within(path) else "a key"
        raise ManifestError(f"a secret value stands at `{place or 'a key'}`", code="TPL004", advice=_ADVICE)
