"""The page of a rule, read from its docstring."""

from __future__ import annotations

import re
from dataclasses import dataclass
from inspect import cleandoc
from typing import TYPE_CHECKING

from codercfg.diagnostics.code_doc import CodeDoc

if TYPE_CHECKING:
    from codercfg.rules.rule import Rule

HEADINGS = ("What", "Why", "Wrong", "Right")
_HEADING = re.compile(rf"^({'|'.join(HEADINGS)}):[ \n]?", re.MULTILINE)
_BLOCK = re.compile(r"^```(env|yaml|args)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_VARIABLE = re.compile(r'^([^=\n]+)=(?:"([^"\n]*\n[^"]*)"|(.*))$', re.MULTILINE)
_DIRECTIVE = re.compile(r"^# (release|file): ?(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """One configuration of a page.

    Attributes:
        release: The release it is meant for, or None for the newest one that the rule holds for.
        environ: Variables.
        config_yaml: Text of the server's YAML file, or None.
        args: Arguments of the server.
        files: Path to what lies there, in words, from lines `# file: <path> = <words>`.
    """

    release: str | None
    environ: dict[str, str]
    config_yaml: str | None
    args: tuple[str, ...]
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a rule's docstring."""

    summary: str
    what: str
    why: str
    wrong: str
    right: str


def page(rule: Rule) -> Page:
    """The page of a rule.

    Raises:
        ValueError: A heading is missing, doubled or out of order.
    """
    parts = _HEADING.split(cleandoc(type(rule).__doc__ or ""))
    if tuple(parts[1::2]) != HEADINGS:
        raise ValueError(f"{rule.code}: the docstring needs the headings {', '.join(HEADINGS)} in this order")
    summary, what, why, wrong, right = (text.strip() for text in (parts[0], *parts[2::2]))
    return Page(summary, _unwrapped(what), _unwrapped(why), wrong, right)


def code_doc(rule: Rule) -> CodeDoc:
    """The page in the form that structural codes have as well."""
    read = page(rule)
    return CodeDoc(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        summary=read.what,
        why=read.why,
        wrong=read.wrong,
        right=read.right,
        source=rule.source,
        releases=releases(rule),
    )


def releases(rule: Rule) -> str:
    """The releases a rule holds for, as a phrase; empty for all."""
    note = " (inferred from merge dates)" if rule.inferred else ""
    if rule.since and rule.since == rule.until:
        return f"{rule.since} only{note}"
    if rule.since and rule.until:
        return f"{rule.since} to {rule.until}{note}"
    if rule.since:
        return f"{rule.since} and later{note}"
    return f"up to {rule.until}{note}" if rule.until else ""


def examples(text: str) -> tuple[Example, ...]:
    """The examples below `Wrong:` or `Right:`.

    Neighbouring blocks of different languages (`env`, `yaml`, `args`) make one example; a language that the example has already starts
    the next one.
    """
    groups: list[dict[str, str]] = []
    for language, body in _BLOCK.findall(text):
        if not groups or language in groups[-1]:
            groups.append({})
        groups[-1][language] = body
    return tuple(_example(group) for group in groups)


def _example(group: dict[str, str]) -> Example:
    directives = [match.groups() for body in group.values() for match in _DIRECTIVE.finditer(body)]
    files = dict(value.split(" = ", 1) for kind, value in directives if kind == "file")
    return Example(
        release=next((value for kind, value in directives if kind == "release"), None),
        environ=_variables(group.get("env", "")),
        config_yaml=group.get("yaml"),
        args=tuple(line for line in group.get("args", "").splitlines() if line and not line.startswith("# ")),
        files=files,
    )


def _variables(text: str) -> dict[str, str]:
    """`NAME=value` lines, taken as they stand: no escapes, and quotes only around a value of several lines."""
    plain = "\n".join(line for line in text.splitlines() if line and not line.startswith("#"))
    return {name: several or one for name, several, one in _VARIABLE.findall(plain)}


def _unwrapped(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
