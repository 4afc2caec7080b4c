"""Where things lie: everything inside the clone is git-ignored, everything slow to make is shared outside it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]


class Paths:
    """The places of one clone. `environ` decides only where the shared cache is (XDG base directories)."""

    def __init__(self, root: Path = ROOT, environ: Mapping[str, str] = os.environ) -> None:
        self.root = root
        self.venv = root / ".venv"
        self.python = self.venv / "bin" / "python"
        self.shim = self.venv / "bin" / "pulumi"
        self.stacks = root / "stacks"
        self.lock = root / "requirements" / "dev.lock"
        self.local = root / ".local"
        self.logs = self.local / "logs"
        self.backend = self.local / "backend"
        self.pulumi_home = self.local / "pulumi"
        self.passphrase = self.local / "passphrase"
        # An XDG path that is not absolute is to be ignored, says the base directory specification.
        xdg = Path(environ.get("XDG_CACHE_HOME", ""))
        self.cache = (xdg if xdg.is_absolute() else Path(environ.get("HOME") or Path.home()) / ".cache") / "codercfg"
