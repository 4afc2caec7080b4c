"""What the answer of an API server means, and what to do about it; imports no pulumi.

The texts come from the API server through the Kubernetes plugin, which puts words of its own around them, or from the network in between.
They are matched by the phrases that the API server, its admission plugins and Go's network library have had for years.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codercfg.component.codes_failures import SERVER, UNREACHABLE
from codercfg.component.failure_table import OTHER, ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codercfg.diagnostics.code_doc import CodeDoc

_LONGEST = 600  # characters; the whole text stands in Pulumi's own message
_LEAST = 4  # a shorter secret would be found in every text
_DENIED = re.compile(
    r'[Uu]ser "(?P<user>[^"]*)" cannot (?P<verb>[a-z*]+) resource "(?P<resource>[^"]*)"(?: in API group "(?P<group>[^"]*)")?'
)
_STATUS = re.compile(r'\{[^{}]*"kind":\s*"Status".*', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Failure:
    """One operation on one object that failed.

    Attributes:
        code: What it was.
        said: What the API server or the network said, shortened.
        remedy: What to do.
    """

    code: CodeDoc
    said: str
    remedy: str

    def text(self, object_: str, operation: str) -> str:
        """For a log: code, object, operation, answer and remedy."""
        summary = f"{self.code.summary[0].lower()}{self.code.summary[1:-1]}"
        first = f"[{self.code.code}] {object_} could not be {_DONE.get(operation, 'applied')}: {summary}"
        remedy = f"{self.remedy}{self._if_it_was_made(object_, operation)}"
        return "\n".join((first, f"  = said: {self.said}", f"  = why: {self.code.why}", f"  = help: {remedy}"))

    def _if_it_was_made(self, object_: str, operation: str) -> str:
        """What Pulumi was told of a creation that it did not see end is nothing: it knows no such object, and the cluster may have one."""
        if operation != "create" or self.code not in _UNCERTAIN:
            return ""
        kind, _, place = object_.partition(" ")
        entry = f"{kind.lower()}/{place.rpartition('/')[2]}"
        return f"; if `pulumi up` then says that it exists already, take it over with `target.cluster.import: [{entry}]`"


_UNCERTAIN = (UNREACHABLE, SERVER)
_DONE = {"create": "created", "update": "updated", "delete": "deleted"}


def failure_of(error: str, secrets: Iterable[str] = ()) -> Failure:
    """The meaning of an error.

    Args:
        error: What the plugin reported.
        secrets: Texts that must not be repeated.
    """
    said = _short(_masked(_message(error), secrets))
    for row in ROWS:
        if re.search(row.pattern, error):
            return Failure(row.code, said, row.remedy + _permission(error))
    return Failure(OTHER.code, said, OTHER.remedy)


def _permission(error: str) -> str:
    """The permission that is missing, in the words of `kubectl`."""
    found = _DENIED.search(error)
    if found is None:
        return ""
    group = f".{found['group']}" if found["group"] else ""
    return f"; missing: `{found['verb']}` on `{found['resource']}{group}` for the user `{found['user']}`"


def _message(error: str) -> str:
    """The message alone where the error holds a whole `Status`."""
    found = _STATUS.search(error)
    if found is None:
        return error
    try:
        status, _end = json.JSONDecoder().raw_decode(found[0])
    except ValueError:
        return error
    return str(status.get("message") or error)


def _short(text: str) -> str:
    """In one line. Comes after masking: half a secret, or one without its line breaks, would not be found."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _masked(text: str, secrets: Iterable[str]) -> str:
    """An answer may quote what it refuses, with line breaks and quotes escaped."""
    known = [secret for secret in secrets if len(secret) >= _LEAST]
    for secret in sorted({*known, *(json.dumps(item, ensure_ascii=False)[1:-1] for item in known)}, key=len, reverse=True):
        text = text.replace(secret, "[secret]")
    return text
