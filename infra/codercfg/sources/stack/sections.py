"""Finds the project's own sections in a stack file.

Source: Pulumi's `workspace` and `config` packages: keys below `config` are `<namespace>:<name>`, `<namespace>:config:<name>` (old form), or
a bare name, which takes the project's name as namespace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.diagnostic import Related, Severity
from codercfg.diagnostics.nearest import did_you_mean, nearest
from codercfg.options.stack_values import what
from codercfg.sources.stack.reading import shown
from codercfg.yaml_reader.nodes import YamlMap

if TYPE_CHECKING:
    from codercfg.sources.stack.reading import Reading
    from codercfg.yaml_reader.problem import YamlProblem

_OF_VALUES = ("date", "odd-number", "no-number")
PROJECT = "coder"
NAMES = ("release", "deployment", "env", "kubernetes", "target")
_OF_PULUMI = ("config", "encryptionsalt", "encryptedkey", "secretsprovider", "environment")


def sections(root: Any, reading: Reading) -> dict[str, tuple[YamlMap, str]]:  # noqa: ANN401  (any YAML)
    """By name of the section, the `config` map and the key under which the section stands in it."""
    config = _config(root, reading)
    found: dict[str, tuple[YamlMap, str]] = {}
    if config is None:
        reading.incomplete = True
        return found
    for key in config:
        name = section_name(key)
        if name is None:
            continue
        if name not in NAMES:
            _unknown(config, key, name, reading)
        elif name in found:
            _twice(config, key, found[name][1], reading)
        else:
            found[name] = (config, key)
    return found


def section_name(key: str) -> str | None:
    """The name behind the project's namespace, or None for a key of another namespace."""
    namespace, separator, name = key.partition(":")
    if not separator:
        return key
    return name.removeprefix("config:") if namespace == PROJECT else None


def is_ours(problem: YamlProblem, root: Any) -> bool:  # noqa: ANN401  (any YAML)
    """Whether a problem concerns us: how other programs' sections spell their numbers and dates is theirs to judge."""
    if problem.kind not in _OF_VALUES or problem.place is None or not isinstance(root, YamlMap):
        return True
    config = root.get("config")
    if not isinstance(config, YamlMap):
        return True
    above = [(config.place_of_key(key), key) for key in config if config.place_of_key(key) <= problem.place]
    return not above or section_name(max(above)[1]) is not None


def _config(root: Any, reading: Reading) -> YamlMap | None:  # noqa: ANN401
    help_ = "write `config:` and below it, indented, `coder:release` and `coder:deployment`"
    if not isinstance(root, YamlMap):
        file = reading.places.file_origin()
        reading.note("STK020", f"the stack file must be a map, found {what(root)}", help=help_, origin=file)
        return None
    for key in root:
        if key not in _OF_PULUMI:
            _unknown_to_pulumi(root, key, reading)
    config = root.get("config")
    if isinstance(config, YamlMap):
        return config
    if "config" not in root:
        reading.note("STK022", "the stack file has no `config`", help=help_, origin=reading.places.file_origin())
    else:
        reading.note("STK020", f"`config` must be a map, found {what(config)}", help=help_, origin=reading.places.of_key(root, "config"))
    return None


def _unknown_to_pulumi(root: YamlMap, key: str, reading: Reading) -> None:
    ours = section_name(key) in NAMES
    reading.note(
        "STK021",
        f"Pulumi knows no top-level key {shown(key)}".replace("no top-level key this key", "no such top-level key"),
        help="move it below `config:`" if ours else did_you_mean(key, _OF_PULUMI, "remove it, or move it below `config:`"),
        origin=reading.places.of_key(root, key),
        why="Pulumi drops it without a word",
        severity=Severity.ERROR if ours else Severity.WARNING,
    )


def _unknown(config: YamlMap, key: str, name: str, reading: Reading) -> None:
    otherwise = "the sections are " + ", ".join(f"`{PROJECT}:{item}`" for item in NAMES)
    reading.note(
        "STK023",
        f"there is no section {shown(key)}".replace("no section this key", "no such section"),
        help=_meant(name, reading) or otherwise,
        origin=reading.places.of_key(config, key),
        why="nothing would read it",
    )


def _meant(name: str, reading: Reading) -> str:
    from codercfg.sources.stack.unknown import belongs

    near = nearest(name, NAMES)
    if near:
        reading.incomplete = True
        return f"did you mean `{PROJECT}:{near[0]}`?"
    return belongs(name, "")


def _twice(config: YamlMap, key: str, first: str, reading: Reading) -> None:
    reading.incomplete = True
    reading.note(
        "STK006",
        f"{shown(key)} and {shown(first)} are the same section",
        help="keep one of them",
        origin=reading.places.of_key(config, key),
        why="Pulumi takes a bare key for one of its project",
        related=(Related("first written here", reading.places.of_key(config, first)),),
    )
