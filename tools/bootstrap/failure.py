"""One sentence and one remedy for everything that can go wrong while setting up."""

from __future__ import annotations

import re
from typing import NamedTuple


class SetupError(Exception):
    """Something the person at the keyboard can fix; printed without a traceback."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem}\n  what to do: {self.remedy}"


class Symptom(NamedTuple):
    """What an installer prints (`pattern`), what it means, and what helps."""

    pattern: str
    meaning: str
    remedy: str


# First match wins: a full disk makes downloads fail too, so causes come before their effects.
SYMPTOMS = (
    Symptom(
        r"No space left on device|\[Errno 28\]|Disk quota exceeded",
        "the disk is full",
        "free some space (building the tools with Go takes about 6 GB, the Python environment 0.5 GB) and run the same command again",
    ),
    Symptom(
        r"DO NOT MATCH THE HASHES|checksum mismatch|SECURITY ERROR",
        "a downloaded file is not the one that is locked",
        "run the same command again; if it happens again, do not go on: a mirror or proxy on the way serves altered files",
    ),
    Symptom(
        r"requires go >= ?([\d.]+)",
        "this Go is too old",
        "install a newer Go (https://go.dev/dl/), or allow it to fetch one with `export GOTOOLCHAIN=auto`",
    ),
    Symptom(
        r"[Pp]ermission denied|\[Errno 13\]|[Rr]ead-only file system",
        "no permission to write",
        "make the named directory writable for you, or choose another with XDG_CACHE_HOME (tools), GOMODCACHE and GOCACHE (Go)",
    ),
    Symptom(
        r"\b(401|403|407|451)\b.*(Forbidden|Unauthorized|Proxy|error)|HTTP (Error )?(401|403|407|451)",
        "the download was refused",
        "ask who runs this network for access, or set the mirror it offers (PIP_INDEX_URL for Python packages, GOPROXY for Go modules)",
    ),
    Symptom(
        r"no such host|name resolution|Name or service not known|Could not resolve|[Cc]onnection (refused|reset|broken|timed out)"
        r"|[Nn]etwork is unreachable|i/o timeout|handshake timeout|ReadTimeout|ConnectTimeout|dial tcp|Failed to establish|timed out",
        "the network cannot be reached",
        "check the connection and proxy settings (HTTPS_PROXY, PIP_INDEX_URL, GOPROXY) and run the same command again",
    ),
    Symptom(
        r"No matching distribution found for (\S+)|Could not find a version",
        "the package index does not have a locked package for this Python",
        "check PIP_INDEX_URL and the Python version (3.11 to 3.14 are supported)",
    ),
)


def explain(step: str, output: str, *, log: str = "") -> SetupError:
    """Return the error for a failed step, judged by what the step printed.

    Args:
        step: what was tried, as the subject of a sentence ("Installing the Python packages").
        output: what the program printed, standard error included.
        log: where all of it can be read.
    """
    text = re.sub(r"://[^/@\s]+@", "://***@", output)  # a mirror's address may carry a password
    for symptom in SYMPTOMS:
        if found := re.search(f".*({symptom.pattern}).*", text):
            where = f"all output: {log}" if log else found.group().strip()
            return SetupError(f"{step} failed: {symptom.meaning} ({where}).", symptom.remedy)
    where = f" (all output: {log})" if log else ""
    return SetupError(f"{step} failed: {_telling_line(text)}{where}", "read the output, fix its cause and run the same command again")


def _telling_line(text: str) -> str:
    """Return the line that says most: an exception, else an error, else the last; pip ends with hints that say nothing."""
    for pattern in (r"^\s*[\w.]*(?:Error|Exception): \S.*$", r"^\s*(?:ERROR|error|fatal): .*$", r"^.*\S.*$"):
        if lines := re.findall(pattern, text, re.MULTILINE):
            return str(lines[-1]).strip()
    return "it printed nothing"
