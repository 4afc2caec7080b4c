"""One value for every option: as a document and as the variables of a process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.catalog.catalog import Option, catalog

if TYPE_CHECKING:
    from codercfg.releases.release import Release

_BY_KIND: dict[str, Any] = {
    "boolean": True,
    "integer": 10,
    "text": "text",
    "list": ["one", "two"],
    "duration": "1h30m0s",
    "url": "https://coder.example.com/path",
    "host:port": "127.0.0.1:8080",
    "regexp": "^[a-z]+$",
    "map": {"one": "1"},
    "map of lists": {"one": ["1", "2"]},
    "map of UUID lists": {"one": ["6f1f5e3c-8f0f-4b5e-9a1c-0d6f5d3a2b1c"]},
    "list of links": [{"name": "docs", "target": "https://docs.example.com", "icon": "docs"}],
}
_VARIABLES = 300  # of a process: ours and others


def full_document(release: Release) -> dict[str, Any]:
    """The section `deployment` with every option of `release`, as YAML gives it."""
    document: dict[str, Any] = {}
    for path, options in catalog(release).by_path.items():
        *groups, last = path.split(".")
        holder = document
        for group in groups:
            holder = holder.setdefault(group, {})
        holder[last] = _value(options[0])
    return document


def full_environ(release: Release) -> dict[str, str]:
    """Every variable of `release` with a value that its option takes, and others up to 300 in all."""
    found: dict[str, str] = {}
    for options in catalog(release).by_path.values():
        option = options[0]
        if option.env is not None:
            found[option.env] = _text(option)
    return {**found, **{f"OTHER_{number}": "text" for number in range(_VARIABLES - len(found))}}


def _value(option: Option) -> Any:  # noqa: ANN401  (a value of any kind)
    if option.secret:
        return {"secretRef": {"name": "coder", "key": "value"}}
    if option.record.enum:
        return option.record.enum[0] if option.kind.name == "choice" else [option.record.enum[0]]
    return _BY_KIND.get(option.kind.name, [])  # lists of providers stay empty


def _text(option: Option) -> str:
    if option.record.default:
        return option.record.default
    if option.secret:
        return "text"
    value = _value(option)
    accept = option.kind.accept
    return option.kind.to_env(accept(value)) if accept is not None else "[]"
