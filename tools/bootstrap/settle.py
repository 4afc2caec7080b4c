"""Settles interrupted updates before the next command of the Pulumi CLI (see `interrupted`)."""

from __future__ import annotations

import json
import os
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tools.bootstrap.interrupted import settled
from tools.bootstrap.kept_state import is_readable
from tools.bootstrap.second_name import second_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tools.bootstrap.interrupted import Settled
    from tools.bootstrap.paths import Paths

# Commands that act on what the state says; `stack export` shows it as it is.
COMMANDS = frozenset({"up", "update", "preview", "pre", "refresh", "destroy", "down", "dn"})
_MARK = b'"pending_operations":[{'
_LIMIT_SECONDS = 600


def settle(cli: Path, environ: Mapping[str, str], paths: Paths, states: Sequence[Path]) -> list[str]:
    """Settle each of the stacks; return what was done, one sentence each.

    Args:
        cli: The real Pulumi CLI.
        environ: Its environment.
        paths: Places of the clone.
        states: State files of stacks that nobody changes right now.
    """
    said = []
    for state in states:
        text = state.read_bytes()
        if _MARK in text and (made := settled(json.loads(text)["checkpoint"]["latest"])) is not None:
            said += _Settling(cli, environ, paths, state).apply(made)
    return said


class _Settling:
    """One stack that is being settled."""

    def __init__(self, cli: Path, environ: Mapping[str, str], paths: Paths, state: Path) -> None:
        self._cli, self._environ, self._paths, self._state = cli, environ, paths, state
        self._before = state.with_name(f".{state.name}.{os.getpid()}.before")

    def apply(self, made: Settled) -> list[str]:
        name = self._state.stem
        with self._kept():
            if problem := self._pulumi("stack", "import", text=json.dumps({"version": 3, "deployment": made.deployment})):
                if not is_readable(self._state):  # else it is as it was, or somebody else's
                    self._put_back()
                return [f"The interrupted update of the stack {name} could not be settled: {problem}"]
            said = [f"The last update of the stack {name} was interrupted; this one goes on from there."]
            if made.taken_over:
                names = ", ".join(urn.rpartition("::")[2] for urn in made.taken_over)
                said.append(f"It may have created {names}; what it did not create is created now, what is not wanted any more removed.")
            for file in made.leftover_files:
                _remove_ours(self._paths.root, file)
            return said + self._ask(made.to_ask)

    def _ask(self, urns: list[str]) -> list[str]:
        """Let the cluster say what became of objects. Where it does not answer, nothing was settled."""
        targets = [flag for urn in urns for flag in ("--target", urn)]
        problem = self._pulumi("refresh", "--yes", "--skip-preview", *targets) if targets else ""
        if not problem:
            return []
        self._put_back()
        names = ", ".join(urn.rpartition("::")[2] for urn in urns)
        return [f"The cluster does not say what became of {names} ({problem}); it is asked again by the next command."]

    @contextmanager
    def _kept(self) -> Iterator[None]:
        """Keep the state as it was for the length of the block: at its end, the disk may have no space for another."""
        for left in self._state.parent.glob(f".{self._state.name}.*.before"):
            if time.time() - left.stat().st_ctime > 3 * _LIMIT_SECONDS:  # who made it was killed
                left.unlink(missing_ok=True)
        second_name(self._state, self._before)
        try:
            yield
        except BaseException:  # Ctrl-C, too: what was imported says of objects what nobody has seen
            self._put_back()
            raise
        finally:
            self._before.unlink(missing_ok=True)

    def _put_back(self) -> None:
        if self._before.exists():
            self._before.replace(self._state)

    def _pulumi(self, *arguments: str, text: str | None = None) -> str:
        """Run the CLI on the stack; return what went wrong."""
        stack = f"organization/{self._state.parent.name}/{self._state.stem}"
        command = [str(self._cli), "--cwd", str(self._paths.root), "--non-interactive", "--color", "never", *arguments, "--stack", stack]
        try:
            done = subprocess.run(
                command, env=dict(self._environ), input=text or "", capture_output=True, text=True, timeout=_LIMIT_SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            return f"`pulumi {arguments[0]}` did not end within {_LIMIT_SECONDS} s"
        if done.returncode == 0:
            return ""
        lines = [line.strip() for line in (done.stderr + done.stdout).splitlines() if "error:" in line]
        return lines[0] if lines else f"exit code {done.returncode}"


def _remove_ours(root: Path, props: dict[str, Any]) -> None:
    from codercfg.kubernetes_objects.owned_file import OwnedFile

    OwnedFile(root / props["path"], props["header"], {}).delete()
