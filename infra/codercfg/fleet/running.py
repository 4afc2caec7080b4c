"""One Pulumi CLI at work on the preview of one stack."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from typing import TYPE_CHECKING

from codercfg.component.provider_name import DYNAMIC
from codercfg.fleet.descendants import kill_with_descendants
from codercfg.fleet.die_with_parent import die_with_parent
from codercfg.fleet.outcome import Seconds
from codercfg.fleet.steps import read_log

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from codercfg.fleet.helper import Served
    from codercfg.fleet.steps import Log

_GRACE = 3.0  # seconds between asking the CLI to end and making it
_SAID = 4000  # characters of what the CLI printed that may be the reason of a failure
_ATTACH = "PULUMI_DEBUG_PROVIDERS"


class Running:
    """A preview that was started.

    Attributes:
        served: The servers that it uses, or None where the CLI starts what it needs.
    """

    def __init__(self, cli: str, root: Path, stack: str, folder: Path, environ: Mapping[str, str], served: Served | None) -> None:
        """Start the CLI.

        Args:
            cli: Path of the CLI.
            root: Folder of the project.
            stack: Name of the stack.
            folder: An empty folder of this preview.
            environ: Environment of the CLI.
            served: Servers to use.
        """
        self.served = served
        self._folder = folder
        self._asked: float | None = None
        arguments = ["preview", "--stack", stack, "--non-interactive", "--color", "never", "--suppress-outputs", "--suppress-progress"]
        arguments += ["--event-log", str(self._log)]
        extra = {"PULUMI_DEBUG_COMMANDS": "true", "PULUMI_SKIP_UPDATE_CHECK": "true"}  # the first shows --event-log
        if served is not None:
            arguments += ["--client", f"127.0.0.1:{served.program}"]
            others = environ.get(_ATTACH)
            extra[_ATTACH] = f"{DYNAMIC}:{served.provider}" + (f",{others}" if others else "")
        self._begin = time.monotonic()
        with (folder / "stderr").open("wb") as stderr:
            self._process = subprocess.Popen(  # noqa: S603  (no shell)
                [cli, *arguments],
                cwd=root,
                env={**environ, **extra},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=stderr,
                start_new_session=True,  # Ctrl-C is for us, who end it
                preexec_fn=die_with_parent,  # noqa: PLW1509  (this process has one thread)
            )

    @property
    def cost(self) -> Path:
        """The file in which the program says what it cost."""
        return cost_file(self._folder)

    @property
    def ended(self) -> bool:
        """Whether the CLI has ended."""
        return self._process.poll() is not None

    @property
    def age(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._begin

    @property
    def code(self) -> int:
        """Exit code, once it has ended."""
        return self._process.returncode

    def stop(self) -> None:
        """Ask the CLI to end, and make it end a few seconds after the first time."""
        now = time.monotonic()
        if self._asked is None:
            self._asked = now
            self._process.send_signal(signal.SIGTERM)
        elif now - self._asked > _GRACE:
            kill_with_descendants(self._process)

    def log(self) -> Log:
        """What the engine said."""
        return read_log(self._log)

    def complaint(self) -> str:
        """The end of what the CLI printed as an error."""
        text = (self._folder / "stderr").read_text(encoding="utf-8", errors="replace").strip()
        return text[-_SAID:].removeprefix("error: ")

    def seconds(self) -> Seconds:
        """Where the time went."""
        total = self.age
        try:
            spent = json.loads(self.cost.read_text(encoding="utf-8"))
            return Seconds(total, float(spent["wall"]), float(spent["cpu"]))
        except (OSError, ValueError, LookupError):
            return Seconds(total)

    @property
    def _log(self) -> Path:
        return self._folder / "events"


def cost_file(folder: Path) -> Path:
    """The file in the folder of a preview in which the program says what it cost."""
    return folder / "cost"
