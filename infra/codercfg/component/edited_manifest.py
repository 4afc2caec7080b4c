"""What a manifest file holds after somebody edited it, as the engine may store it."""

from __future__ import annotations

from typing import Any

_ADDED = "(added by hand)"


def edited_manifest(written: dict[str, Any], text: str) -> dict[str, Any]:
    """The object in an edited file, for the diff that `refresh` shows.

    The engine marks a value of the answer as secret only where it holds a secret at the same place already. Of a Secret, therefore,
    only known keys come with their value, and nothing else of the file does; else a value typed in by hand would be shown and stored.
    """
    found = _loaded(text)
    if not isinstance(found, dict):
        return _problem(written, "the file is no YAML map")
    if written.get("kind") == "Secret":
        return _secret(written, found.get("data"))
    return _problem(written, "the file holds a Secret") if found.get("kind") == "Secret" else _plain(found)


def _loaded(text: str) -> object:
    import yaml

    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text)):  # may stand for something endless
            return None
        return yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _problem(written: dict[str, Any], problem: str) -> dict[str, Any]:
    return {"apiVersion": written.get("apiVersion"), "kind": written.get("kind"), "problem": problem}


def _secret(written: dict[str, Any], data: object) -> dict[str, Any]:
    known = {key for key, value in written.get("data", {}).items() if value != _ADDED}
    pairs = data if isinstance(data, dict) else {}
    return {**written, "data": {str(key): str(value) if key in known else _ADDED for key, value in pairs.items()}}


def _plain(value: Any) -> Any:  # noqa: ANN401  (any YAML)
    """YAML holds dates, numbers as keys and more that the engine cannot take; as text they still show in the diff."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | bool | int) else str(value)
