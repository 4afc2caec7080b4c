"""A stand-in for the Pulumi CLI: for each stack it gives the log, the complaint and the exit code that a test prepared."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SCRIPT = """\
#!/bin/sh
while [ $# -gt 0 ]; do
  case "$1" in
    --stack) stack=$2 ;;
    --event-log) log=$2 ;;
  esac
  shift
done
cd {folder} || exit 9
echo "$stack" >> started
[ -f "$stack.events" ] && cp "$stack.events" "$log"
[ -f "$stack.stderr" ] && cat "$stack.stderr" >&2
if [ -f "$stack.hangs" ]; then
  trap '' TERM
  sleep 600 & echo $! > "$stack.pid"
  wait
  wait
fi
exit "$(cat "$stack.code" 2>/dev/null || echo 0)"
"""


class FakeCli:
    """Lies in `folder`/pulumi; `started` lists the stacks that it was called for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        program = folder / "pulumi"
        program.write_text(_SCRIPT.format(folder=shlex.quote(str(folder))))
        program.chmod(0o755)

    def prepare(self, stack: str, events: str = "", stderr: str = "", code: int = 0) -> None:
        if events:
            (self.folder / f"{stack}.events").write_text(events)
        if stderr:
            (self.folder / f"{stack}.stderr").write_text(stderr)
        (self.folder / f"{stack}.code").write_text(str(code))

    def hang(self, stack: str) -> None:
        (self.folder / f"{stack}.hangs").touch()

    @property
    def started(self) -> set[str]:
        file = self.folder / "started"
        return set(file.read_text().split()) if file.exists() else set()
