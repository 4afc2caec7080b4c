"""What the fuzzers feed: one function a surface, each taking any bytes and returning nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "infra"))

import codercfg  # noqa: E402  (the path above comes first)
from codercfg.check import check_variables  # noqa: E402
from codercfg.cli.report_output import FORMATS, report_text  # noqa: E402
from codercfg.diagnostics.checked import Checked  # noqa: E402
from codercfg.reference.code_docs import code_docs  # noqa: E402
from codercfg.sources.dotenv import read_dotenv  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from codercfg.diagnostics.report import Report

RELEASE = "2.33.1"


def stack(data: bytes) -> None:
    """A stack file."""
    text = data.decode("utf-8", "replace") + "\n"
    _print(codercfg.check_stack(text), text)


def server_yaml(data: bytes) -> None:
    """The server's YAML file."""
    text = data.decode("utf-8", "replace")
    _print(codercfg.check_environ({}, RELEASE, config_yaml=text), text)


def environment(data: bytes) -> None:
    """A file of variables."""
    text = data.decode("utf-8", "replace")
    found = read_dotenv(text, "fuzz")
    _print(check_variables(found.variables, RELEASE), text)


def arguments(data: bytes) -> None:
    """Arguments of the server, one a line."""
    text = data.decode("utf-8", "replace")
    _print(codercfg.check_environ({}, RELEASE, args=text.split("\n")), text)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "stack": stack,
    "server-yaml": server_yaml,
    "environment": environment,
    "arguments": arguments,
}


def seeds(target: str) -> list[bytes]:
    """Inputs to begin with: the example stacks, and the examples of every code in the language of the target."""
    if target == "stack":
        found = [path.read_bytes() for path in sorted((ROOT / "stacks").glob("*.yaml"))]
        found += [doc.wrong.encode() for doc in code_docs().values() if doc.code.startswith(("STK", "K8S", "IMG"))]
        return [_unfenced(item) for item in found]
    fence = {"server-yaml": "```yaml", "environment": "```env", "arguments": "```args"}[target]
    return [_unfenced(text.encode()) for doc in code_docs().values() for text in (doc.wrong, doc.right) if fence in text]


def _unfenced(data: bytes) -> bytes:
    return b"\n".join(line for line in data.split(b"\n") if not line.startswith(b"```"))


def _print(report: Report[Any], text: str) -> None:
    checked = [Checked("fuzz", report.release, report.diagnostics, report.not_checked, report.allowed)]
    for form in FORMATS:
        report_text(checked, form, "never", {"<text>": text})
    report.effective()
    report.providers()
    report.external_auth()
